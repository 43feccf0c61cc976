/// Takes JSON out of what a language model wrote, and repairs it where it is not quite JSON.
///
/// Text that is JSON by RFC 8259 comes back as it is. Of any other text the repair makes the value that its author
/// most likely meant, and lists every change with its place; nothing is changed silently.
///
/// ```swift
/// let answer = try JSONRepair().repair("Sure! ```json\n{'ok': True,}\n```")
/// answer.value                     // {"ok":true}
/// answer.changes.map(\.kind.name)  // ["fence", "quotes", "literal", "trailingComma"]
/// ```
///
/// What is read how:
/// - A text that begins with a bracket, a quotation mark, a call or a literal is read as a whole; only where more than
///   loose signs follows, and for all other text, fenced blocks and brackets in prose are looked for. Text up to a
///   `</think>` is looked through only if none follows it.
/// - Fenced blocks go before prose, and prose before pieces of code in other languages; then what needs no guess before
///   what does; of the rest ``choice`` decides.
/// - Values in a row, one a line or with commas between, are one array.
/// - Prose is not made into a string: a text without an array or object is refused, unless it is as a whole a literal, a
///   number or a string. Brackets in prose count only where they begin as JSON does, so `[see below]`, `[1]` and
///   `[text](address)` do not.
/// - What cannot be read as a whole is refused, not given in part: an object in which a value stands where a key belongs,
///   a text that begins with a key, or JSON whose outermost bracket closes while more of it follows.
/// - `NaN` and the infinities become strings; so do numbers with leading zeros (`007` is rather a name), with thousands
///   separators or in hexadecimal. `undefined`, `None` and `nil` become `null`.
/// - A key without a value in an object that has others, and a value written as `...`, become `null`.
/// - An unknown escape keeps its backslash, for it mostly is a regular expression or a path of Windows.
/// - A string that holds JSON, `"{\"a\": 1}"`, is JSON already and stays a string.
/// - Of a text that ends too early a key without a colon is left out, a string is given as far as it goes, and the
///   beginning of `true`, `false` or `null` is completed. A number is given as it stands and may lack digits.
///
/// Reading takes time proportional to the text.
public struct JSONRepair: Sendable {
  /// Which of several equally good places in a text is taken.
  public struct Choice: Sendable, Hashable {
    fileprivate enum Rule { case largest, first, last }

    fileprivate let rule: Rule

    /// The one that takes up most bytes; of equal ones the last.
    public static let largest = Choice(rule: .largest)
    /// The first in the text.
    public static let first = Choice(rule: .first)
    /// The last in the text.
    public static let last = Choice(rule: .last)
  }

  /// What is accepted: depth and bytes as in ``JSONParser``. Equal keys are never an error here.
  public var limits: JSONParser.Limits
  /// Which of several equally good places is taken; the largest unless told.
  public var choice: Choice
  /// How many changes a text may need; one that needs more is refused. 100,000 unless told.
  public var maximumChanges: Int

  /// Makes a repair.
  public init(limits: JSONParser.Limits = .standard, choice: Choice = .largest, maximumChanges: Int = 100_000) {
    self.limits = limits
    self.choice = choice
    self.maximumChanges = maximumChanges
  }

  /// Reads the JSON that a text holds.
  /// - Throws: where the text is empty or too long, holds no JSON, or is too broken to tell what it means.
  public func repair(_ text: String) throws(JSONRepairError) -> RepairedJSON {
    var copy = text
    return try copy.withUTF8 { (bytes) -> Result<RepairedJSON, JSONRepairError> in
      Result { () throws(JSONRepairError) in try repair(bytes) }
    }.get()
  }

  /// - Parameter bytes: UTF-8, as a `String` holds it.
  private func repair(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONRepairError) -> RepairedJSON {
    var strict = limits
    strict.rejectsDuplicateKeys = false
    let fault: JSONParseFault
    do throws(JSONParseFault) {
      let value = try JSONParser(limits: strict).value(of: bytes, isKnownUTF8: true)
      return RepairedJSON(value: value, changes: [], byteRange: 0..<bytes.count)
    } catch { fault = error }
    if bytes.count > min(limits.maximumBytes, JSONParser.Limits.largestMaximumBytes) || bytes.isEmpty {
      let parseError = JSONParseError(fault, in: bytes)
      throw JSONRepairError(
        reason: parseError.reason, line: parseError.line, column: parseError.column, byteOffset: parseError.byteOffset)
    }
    do throws(RepairFault) {
      var search = JSONPlaceSearch(
        bytes, maximumDepth: max(0, min(limits.maximumDepth, JSONParser.Limits.deepestMaximumDepth)),
        maximumChanges: maximumChanges)
      if let whole = try search.whole() {
        return RepairedJSON(value: whole.value, changes: whole.notes.changes(in: bytes), byteRange: whole.range)
      }
      try search.places()
      guard let best = best(of: search.found) else { throw search.fault ?? search.nothingFound() }
      var notes = best.notes
      try notes.addExtraction(of: best, among: search.found.count, in: bytes.count)
      return RepairedJSON(value: best.value, changes: notes.changes(in: bytes), byteRange: best.range)
    } catch {
      throw JSONRepairError(error, in: bytes)
    }
  }

  private func best(of found: [JSONPlaceSearch.Found]) -> JSONPlaceSearch.Found? {
    func rank(_ place: JSONPlaceSearch.Found) -> Int {
      (place.isInCode ? -2 : place.isFenced ? 2 : 0) + (place.notes.hasFarReaching ? 0 : 1)
    }
    var best: JSONPlaceSearch.Found?
    for place in found {
      guard let other = best, rank(place) <= rank(other) else {
        best = place
        continue
      }
      if rank(place) < rank(other) { continue }
      switch choice.rule {
      case .first: break
      case .last: best = place
      case .largest: if place.range.count >= other.range.count { best = place }
      }
    }
    return best
  }
}
