/// Compares how much of something is meant: all, most, many, some, few, none.
enum QuantifierComparison {
  private static let classes: [String: [String: Int]] = {
    var tables: [String: [String: Int]] = [:]
    for (language, value, words) in [
      ("en", 6, "all every each everything everyone everybody always entire entirely whole whichever fully completely"),
      ("en", 5, "most mostly majority"), ("en", 4, "many often usually frequently numerous lots regularly"),
      ("en", 3, "some several sometimes various someone something somebody occasionally"),
      ("en", 2, "few rarely seldom"), ("en", 1, "none nothing nobody never no neither"),
      ("de", 6, "alle allen aller alles jede jeder jedes jeden immer stets samtliche"),
      ("de", 5, "meisten meist meistens"),
      ("de", 4, "viele vielen vieler oft haufig"), ("de", 3, "einige einigen einiger mehrere manche manchmal etwas"),
      ("de", 2, "wenige wenigen selten"), ("de", 1, "kein keine keinen keiner nie niemals nichts niemand"),
      ("fr", 6, "tous toutes toujours chaque"), ("fr", 5, "plupart"), ("fr", 4, "beaucoup souvent nombreux nombreuses"),
      ("fr", 3, "certains certaines quelques parfois plusieurs"), ("fr", 2, "peu rarement"),
      ("fr", 1, "aucun aucune jamais rien"),
      ("es", 6, "todos todas siempre cada"), ("es", 5, "mayoria"), ("es", 4, "muchos muchas"),
      ("es", 3, "algunos algunas varios varias"), ("es", 2, "pocos pocas raramente"),
      ("es", 1, "ningun ninguna ninguno nunca nada"),
      ("it", 6, "tutti tutte sempre ogni"), ("it", 4, "molti molte spesso"),
      ("it", 3, "alcuni alcune qualche talvolta"),
      ("it", 2, "pochi poche raramente"), ("it", 1, "nessun nessuno nessuna mai niente"),
      ("pt", 6, "todos todas sempre cada"), ("pt", 4, "muitos muitas"), ("pt", 3, "alguns algumas varios varias"),
      ("pt", 2, "poucos poucas raramente"), ("pt", 1, "nenhum nenhuma nunca nada"),
    ] {
      for word in words.split(separator: " ") { tables[language, default: [:]][String(word)] = value }
    }
    return tables
  }()

  static func findings(in pair: FactReadingPair, whereNot others: [FactFinding]) -> [FactFinding] {
    var reference = places(in: pair.reference)
    var answer = places(in: pair.answer)
    // What both say cancels out, first before the same word.
    for needsSameWord in [true, false] {
      reference.removeAll { place in
        let next = word(after: place.token, in: pair.reference)
        let index = answer.firstIndex {
          $0.value == place.value && (!needsSameWord || word(after: $0.token, in: pair.answer) == next)
        }
        guard let index else { return false }
        answer.remove(at: index)
        return true
      }
    }
    var findings: [FactFinding] = []
    for place in reference {
      let own = place.token..<(place.token + 1)
      guard
        let other = answer.firstIndex(where: {
          !isCompatible($0.value, place.value) && pair.isSameContext(own, $0.token..<($0.token + 1))
        })
      else { continue }
      let first = pair.reference.span(own)
      let second = pair.answer.span(answer[other].token..<(answer[other].token + 1))
      answer.remove(at: other)
      let isKnown = others.contains {
        $0.reference.range.overlaps(first.range) || ($0.answer?.range.overlaps(second.range) ?? false)
      }
      if !isKnown { findings.append(FactFinding(kind: .quantifiers, reference: first, answer: second)) }
    }
    return findings
  }

  private static func word(after token: Int, in reading: FactReading) -> String {
    token + 1 < reading.tokens.count ? reading.tokens[token + 1].stem : ""
  }

  private static func places(in reading: FactReading) -> [(value: Int, token: Int)] {
    var result: [(value: Int, token: Int)] = []
    let table = classes[reading.language.code] ?? [:]
    for (index, token) in reading.tokens.enumerated() where token.kind == .word {
      guard var value = table[token.text] else { continue }
      let before = index > 0 ? reading.tokens[index - 1].text : ""
      // "a few" is some; "the most beautiful" and "at most" count nothing.
      if token.text == "few", before == "a" { value = 3 }
      if token.text == "most", before == "the" || before == "at" { continue }
      if token.text == "no",
        before.isEmpty || index + 1 < reading.tokens.count && reading.tokens[index + 1].kind == .sign
      {
        continue
      }
      if before == "not", value >= 4 { value = 3 }
      result.append((value, index))
      if result.count == 200 { break }
    }
    return result
  }

  /// Neighbours on the scale say nearly the same, except the ends.
  private static func isCompatible(_ a: Int, _ b: Int) -> Bool {
    if a == b { return true }
    let pair = (min(a, b), max(a, b))
    return pair == (4, 5) || pair == (3, 4)
  }
}
