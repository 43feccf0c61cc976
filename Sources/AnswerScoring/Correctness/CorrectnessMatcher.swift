import StructuredOutput

/// Compares an answer with the correct ones, where they are known.
///
/// Most matchers read one thing out of the answer (its number, letter, date) and compare that. They take what the
/// answer marks as its conclusion, as models do that show their work: `\boxed{42}`, `<answer>42</answer>`, a line
/// `#### 42`, "The answer is 42", "Answer: 42". Without a mark each says what it takes. What stands in front of
/// `</think>` does not count.
///
/// An answer that does not commit itself ("A or B", "yes and no") is not correct. A correct answer that a matcher
/// cannot read is passed over; where none is left, nobody can tell, and the match is inconclusive.
public struct CorrectnessMatcher: Sendable, Hashable {
  private enum Rule: Hashable {
    case text(TextRule)
    case number(NumberRule)
    case quantity(QuantityRule)
    case date(DateRule)
    case boolean(BooleanRule)
    case choice(ChoiceRule)
    case items(ItemsRule)
    case json(JSONRule)
  }

  private let rule: Rule

  // MARK: Texts

  /// The answer is a correct one, letter for letter.
  public static let exact = CorrectnessMatcher(rule: .text(TextRule(manner: .exact)))

  /// The answer is a correct one but for case, spacing, articles and punctuation; the usual choice.
  ///
  /// It passes what is the same by ``squad``, if the numbers are the same too ("3.14" is not "314") and the `+` and `#`
  /// behind letters ("C++" is not "C"); and what is the same by ``TextNormalization/answerForm(_:)``, which also knows
  /// the punctuation of other scripts than ASCII.
  public static let normalized = CorrectnessMatcher(rule: .text(TextRule(manner: .normalized)))

  /// The answer is an exact match of a correct one as the evaluation script of SQuAD 2.0 has it, for figures that can
  /// be compared with published ones: lower case, without the punctuation of ASCII, without "a", "an" and "the", white
  /// space aside. See ``SQuADScore``.
  public static let squad = CorrectnessMatcher(rule: .text(TextRule(manner: .squad)))

  /// A correct answer occurs in the answer as whole words and numbers, both in the form of
  /// ``TextNormalization/answerForm(_:)``.
  ///
  /// It does not see a denial: "It is not Paris" contains "Paris".
  public static let containing = CorrectnessMatcher(rule: .text(TextRule(manner: .containing)))

  // MARK: Numbers

  /// The number of the answer is that of a correct one, exactly.
  ///
  /// Without a marked conclusion it is the last one, because an answer that shows its work ends with its result; but no
  /// number of a citation ("[1]"), a code ("T-1042"), a web address, a list's mark or a "not 8" where there are others.
  /// Read are digits of all scripts with separators, fractions ("3/4", "½", `\frac{3}{4}`), powers of ten ("3 × 10^8",
  /// "1.5 million"), and words ("forty-two") where there are no digits. Units and signs do not count: "30%" is 30; see
  /// ``quantity``.
  ///
  /// A correct answer must hold one number, or mark it.
  public static let number = number(tolerance: 0)

  /// The number of the answer is within `tolerance` (0 or more) of that of a correct one, see ``number``.
  public static func number(tolerance: Double) -> Self {
    CorrectnessMatcher(
      rule: .number(NumberRule(tolerance: NumberTolerance(size: tolerance, isRelative: false))))
  }

  /// The number of the answer is off that of a correct one by no more than a share of it: 0.01 for one per cent.
  public static func number(relativeTolerance: Double) -> Self {
    CorrectnessMatcher(
      rule: .number(NumberRule(tolerance: NumberTolerance(size: relativeTolerance, isRelative: true))))
  }

  /// The quantity of the answer is that of a correct one, its unit included: "1,500 g" is "1.5 kg", "an hour and a
  /// half" is "90 minutes", "5 euros" is "€5" and not "$5", "25 percent" is "25%" and a quarter.
  ///
  /// Without a marked conclusion it is the last quantity of the kind that is wanted. Where the correct answer has a
  /// unit the answer must have one; one end of a range is not it, nor "not 30 days". Units of time, length, mass,
  /// volume, area, speed, data, temperature and more convert, currencies do not. Months and years are as long as their
  /// days within 2 %. Words are read in English, German, French, Spanish, Italian and Portuguese.
  public static let quantity = quantity(tolerance: 0)

  /// The quantity of the answer is within `tolerance` of that of a correct one, counted in the correct answer's unit.
  public static func quantity(tolerance: Double) -> Self {
    CorrectnessMatcher(
      rule: .quantity(QuantityRule(tolerance: NumberTolerance(size: tolerance, isRelative: false))))
  }

  /// The quantity of the answer is off that of a correct one by no more than a share of it: 0.01 for one per cent.
  public static func quantity(relativeTolerance: Double) -> Self {
    CorrectnessMatcher(
      rule: .quantity(QuantityRule(tolerance: NumberTolerance(size: relativeTolerance, isRelative: true))))
  }

  // MARK: Dates, yes and no, choices

  /// The date of the answer is that of a correct one: "2026-03-05" is "5 March 2026" and "March 5th, 2026".
  ///
  /// The answer must say all parts that the correct one says, and may say more. A date such as "03/05/2026" is the
  /// correct one if it is in either order of day and month; the reason says which. Without a marked conclusion it is
  /// the last date that says enough. Relative dates ("tomorrow") are not read. Languages as in ``quantity``.
  public static let date = CorrectnessMatcher(rule: .date(DateRule()))

  /// The answer says yes where a correct one does, or no: "Yes, you can.", "No", "That is not true.", "Incorrect".
  ///
  /// Languages as in ``quantity``. "You can return them." says neither: nobody can tell without the question.
  public static let boolean = CorrectnessMatcher(rule: .boolean(BooleanRule()))

  /// The answer chooses the lettered option of a correct one: `.choice(of: "A"..."D")`.
  ///
  /// Read are "B", "(b)", "B. Paris", "Answer: B", "The correct answer is **B**", `\boxed{B}`, "A is wrong, so B" and
  /// the like. An answer that names several and chooses none is not correct.
  ///
  /// - Parameter letters: The letters of the options, capital; digits too.
  public static func choice(of letters: ClosedRange<Character>) -> Self {
    CorrectnessMatcher(rule: .choice(ChoiceRule(range: letters)))
  }

  // MARK: Several items

  /// The answer lists the items of a correct one in their order, and no others; see ``set``.
  public static let list = list(allowingExtra: false)

  /// The answer lists the items of a correct one in their order.
  ///
  /// - Parameter allowingExtra: Whether others may stand between them.
  public static func list(allowingExtra: Bool) -> Self {
    CorrectnessMatcher(rule: .items(ItemsRule(isOrdered: true, allowsExtra: allowingExtra)))
  }

  /// The answer lists the items of a correct one in any order, and no others.
  ///
  /// Items are lines with bullets or numbers, elements of a JSON array, lines, or parts of one line between semicolons,
  /// commas and "and"; sentences around marked lines and words up to a colon are no items. Items are compared as by
  /// ``normalized``; what explains one, "Red: a warm colour" or "Red (warm)", does not count.
  public static let set = set(allowingExtra: false)

  /// The answer lists the items of a correct one in any order.
  ///
  /// - Parameter allowingExtra: Whether there may be others.
  public static func set(allowingExtra: Bool) -> Self {
    CorrectnessMatcher(rule: .items(ItemsRule(isOrdered: false, allowsExtra: allowingExtra)))
  }

  // MARK: JSON

  /// The answer is the JSON of a correct one by value: the order of keys does not count, nor how a number is written
  /// (1.0 is 1). It may stand in a fenced block or in prose.
  public static let json = json()

  /// The answer is the JSON of a correct one by value, some places aside: `.json(ignoring: "/id", "/items/*/price")`.
  ///
  /// - Parameters:
  ///   - places: JSON pointers (RFC 6901) of what does not count, present or not, with `*` for any one key or index and
  ///     `**` for any number of them.
  ///   - reading: What passes as JSON; unless told, JSON by RFC 8259 in a fenced block or in prose.
  public static func json(ignoring places: String..., reading: JSONReading = .extracting) -> Self {
    CorrectnessMatcher(rule: .json(JSONRule(ignored: places, reading: reading)))
  }

  // MARK: Matching

  /// Compares an answer with the correct ones, of which any will do.
  ///
  /// It is inconclusive where there is no correct answer that it could compare with.
  public func match(_ answer: String, anyOf correct: [String]) -> CorrectnessMatch {
    if correct.isEmpty {
      return CorrectnessMatch(inconclusive: "No correct answer is given, so there is nothing to compare with.")
    }
    return switch rule {
    case .text(let rule): rule.match(answer, anyOf: correct)
    case .number(let rule): rule.match(answer, anyOf: correct)
    case .quantity(let rule): rule.match(answer, anyOf: correct)
    case .date(let rule): rule.match(answer, anyOf: correct)
    case .boolean(let rule): rule.match(answer, anyOf: correct)
    case .choice(let rule): rule.match(answer, anyOf: correct)
    case .items(let rule): rule.match(answer, anyOf: correct)
    case .json(let rule): rule.match(answer, anyOf: correct)
    }
  }
}
