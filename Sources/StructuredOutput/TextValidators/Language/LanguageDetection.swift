import Foundation

/// The language that a text is most likely written in, by its script, its commonest words and parts of words.
///
/// ```swift
/// let detection = LanguageDetection(of: "Das Paket wurde mittags abgegeben.")
/// detection.language    // German
/// ```
///
/// Of a text in two languages each is a candidate, by how much of the text is in it. Code, addresses, tags of HTML and
/// keys of JSON are left out. What is told apart is ``TextLanguage/all``: a text in a near relative of one of these is
/// taken for it. No two languages are closer than Danish and Norwegian, and a single short sentence of either is often
/// unclear.
public struct LanguageDetection: Sendable, Hashable, CustomStringConvertible {
  /// A language and how likely it is, from 0 to 1, among those that are told apart.
  public struct Candidate: Sendable, Hashable {
    /// The language.
    public let language: TextLanguage
    /// How likely it is, from 0 to 1.
    public let confidence: Double
  }

  /// The languages that come into question at 1 % and more, the most likely first; none for a text without words, and
  /// for one in a script that is not known.
  public let candidates: [Candidate]
  /// How many words, or Chinese or Japanese characters, were looked at.
  public let wordCount: Int
  /// Whether the most likely language can be relied on: at 70 % and more, unless the words are of no known language.
  public let isClear: Bool

  /// The most likely language; nil where it is unclear. See ``candidates`` for what comes into question then.
  public var language: TextLanguage? { isClear ? candidates.first?.language : nil }
  /// How likely the first candidate is, from 0 to 1; 0 without one.
  public var confidence: Double { candidates.first?.confidence ?? 0 }
  /// The second candidate.
  public var runnerUp: TextLanguage? { candidates.count > 1 ? candidates[1].language : nil }

  /// Finds out the language of a text.
  public init(of text: String) {
    let words = ProseWords(text)
    wordCount = words.count
    let scripts = words.letters.sorted { ($0.value, $1.key.name) > ($1.value, $0.key.name) }
    let total = Double(scripts.reduce(words.lettersOfOtherScripts) { $0 + $1.value })
    var likely: [Candidate] = []
    var isKnown = true
    for (script, count) in scripts {
      let share = Double(count) / total
      for (language, confidence) in Self.languages(of: script, in: words) {
        likely.append(Candidate(language: language, confidence: share * confidence))
      }
      if script == scripts.first?.key { isKnown = words.areKnown(in: script) }
    }
    // Kana and Chinese characters both speak for Japanese.
    var merged: [Candidate] = []
    for candidate in likely {
      if let place = merged.firstIndex(where: { $0.language == candidate.language }) {
        let sum = merged[place].confidence + candidate.confidence
        merged[place] = Candidate(language: candidate.language, confidence: sum)
      } else {
        merged.append(candidate)
      }
    }
    candidates = merged.filter { $0.confidence >= 0.01 }.sorted {
      ($0.confidence, $1.language.code) > ($1.confidence, $0.language.code)
    }
    isClear = isKnown && (candidates.first?.confidence ?? 0) >= 0.7
  }

  /// `German (98 %)`, or `unclear: Danish (55 %) or Norwegian (44 %)`.
  public var description: String {
    guard let first = candidates.first else { return "unclear: no words" }
    if isClear { return first.inWords }
    return "unclear: " + candidates.prefix(2).map(\.inWords).joined(separator: " or ")
  }

  private static func languages(of script: TextScript, in words: ProseWords) -> [(TextLanguage, Double)] {
    switch script {
    case .greek: return [(.greek, 1)]
    case .hebrew: return [(.hebrew, 1)]
    case .devanagari: return [(.hindi, 1)]
    case .bengali: return [(.bengali, 1)]
    case .tamil: return [(.tamil, 1)]
    case .thai: return [(.thai, 1)]
    case .hangul: return [(.korean, 1)]
    case .kana, .han:
      let kana = Double(words.letters[.kana] ?? 0)
      let han = Double(words.letters[.han] ?? 0)
      // Japanese of any length has kana; a name or a heading may do without.
      let japanese = kana > 0 ? min(1, kana / (kana + han) * 10) : 0.5 * pow(2, -han / 12)
      return [(.japanese, japanese), (.chinese, 1 - japanese)]
    default: return languages(byEvidenceFor: script, in: words)
    }
  }

  /// How likely each language of a script is, from what the words say.
  ///
  /// Each part of the text is judged by its own words and, as far as five words go, by those of the others: so a short
  /// sentence takes the language of its neighbours, and what is in another language keeps its own.
  private static func languages(byEvidenceFor script: TextScript, in words: ProseWords) -> [(TextLanguage, Double)] {
    let sums = words.sums
    let places = sums.indices.filter { LanguageProfile.script(of: $0) == script }
    let total = words.wordCounts[script] ?? 0
    var likelihoods = [Double](repeating: 0, count: places.count)
    for part in words.parts {
      guard let count = part.wordCounts[script] else { continue }
      // 0.8 fits the confidence to how often it is right. Words are not independent of each other: the hundredth in a
      // sentence adds nothing.
      let own = 0.8 * min(1, 24 / Double(count))
      let others = 0.8 * min(1, 5 / Double(max(1, total - count)))
      let scores = places.map { place in
        own * part.evidence.sums[place] + others * (sums[place] - part.evidence.sums[place])
      }
      let most = scores.max() ?? 0
      let weights = scores.map { exp($0 - most) }
      let share = Double(count) / Double(total) / weights.reduce(0, +)
      for (index, weight) in weights.enumerated() { likelihoods[index] += weight * share }
    }
    return zip(places, likelihoods).map { (LanguageProfile.all[$0].language, $1) }
  }
}

extension LanguageDetection.Candidate {
  /// `German (98 %)`, rounded down so that nothing is said to be certain that is not.
  var inWords: String { "\(language.name) (\(Int(confidence * 100)) %)" }
}
