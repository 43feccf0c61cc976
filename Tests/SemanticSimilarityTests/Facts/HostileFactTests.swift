import SemanticSimilarity
import Testing

@Suite("Texts that no one writes")
struct HostileFactTests {
  private static let seeds = [
    "Anna paid Peter $4.95 on 3 May 2025 at 9:30 am, not 10%.",
    "Der Zug fährt um 7.45 Uhr nicht ohne die rote Katze ab.",
    "Il ne coûte pas plus de 3 millions d'euros, né à Lyon.", "¿Puede cancelar antes de las 8 de la tarde? No, nunca.",
    "Il treno parte tra due ore e mezza, non prima.", "O cartão custa 12 reais e 50, sem taxa.",
    "U.S. St. BestXYZ: no | none ** Urgent:** no, A1-B2 +1 555 010 9999 a@b.cc",
    "½ ¾ 1/0 €€ -5 – 7 %% °C 3 euros 90 90",
  ]
  private static let pieces = [
    "", " ", ".", "not ", "no", "'", "’", "\u{0}", "\u{301}", "🧑‍🧑‍🧒", "9", "99999999999999999999", ",", ":", "than ",
    "is ",
    "free ", "from ", "one ", "quarter of an ", "$", "%", "\n", "A", "né", "\u{202E}", "/", "de ",
  ]

  @Test("neither trap nor give places outside of them")
  func mutants() {
    var state: UInt64 = 0x9E37_79B9_7F4A_7C15
    func random(_ limit: Int) -> Int {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return Int(state % UInt64(max(1, limit)))
    }
    var failures: [String] = []
    for _ in 0..<2000 {
      let reference = HostileFactTests.seeds[random(HostileFactTests.seeds.count)]
      var answer = Array(random(3) == 0 ? HostileFactTests.seeds[random(HostileFactTests.seeds.count)] : reference)
      for _ in 0...random(4) {
        let start = random(answer.count + 1)
        let end = min(answer.count, start + random(6))
        answer.replaceSubrange(start..<end, with: HostileFactTests.pieces[random(HostileFactTests.pieces.count)])
      }
      let text = String(answer)
      let comparison = FactGuard().compare(reference: reference, answer: text)
      if !(0...1).contains(comparison.agreement) { failures.append(text) }
      for finding in comparison.findings {
        let isInside =
          String(reference[finding.reference.range]) == finding.reference.text
          && (finding.answer.map { String(text[$0.range]) == $0.text } ?? true)
        if !isInside { failures.append(text) }
      }
    }
    #expect(failures.isEmpty)
  }
}
