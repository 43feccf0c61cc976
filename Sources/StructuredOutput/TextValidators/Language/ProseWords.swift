/// The words of a text that its author wrote in a language, and what they say of it: code, addresses, tags of HTML and
/// keys of JSON are left out.
struct ProseWords {
  /// How much each script is written in, in letters; a character that is a syllable or a word counts for several.
  private(set) var letters: [TextScript: Int] = [:]
  private(set) var lettersOfOtherScripts = 0
  /// How many words there are of each script that has words with spaces between.
  private(set) var wordCounts: [TextScript: Int] = [:]
  private(set) var count = 0
  /// The text in parts of a sentence or a few, each of which may be in another language.
  private(set) var parts: [Part] = []
  private var part = Part()
  private var fence: (sign: UInt8, length: Int)?

  /// A part of the text, and what its words say.
  struct Part {
    var evidence = LanguageEvidence()
    var wordCounts: [TextScript: Int] = [:]
    var count = 0
  }

  init(_ text: String) {
    if let values = Self.stringsOfJSON(text) {
      for value in values { readLines(of: value) }
    } else {
      readLines(of: text)
    }
    if part.count > 0 { parts.append(part) }
  }

  /// What the words say for each language of ``LanguageProfile/all``, over the whole text.
  var sums: [Double] {
    var sums = [Double](repeating: 0, count: LanguageProfile.all.count)
    for part in parts {
      for (place, sum) in part.evidence.sums.enumerated() { sums[place] += sum }
    }
    return sums
  }

  /// Whether the words of a script look like words of a language that is known.
  func areKnown(in script: TextScript) -> Bool {
    guard let count = wordCounts[script] else { return true }
    let sums = sums
    let places = sums.indices.filter { LanguageProfile.script(of: $0) == script }
    guard let most = places.map({ sums[$0] }).max() else { return true }
    // A foreign name or two may stand in any text.
    let strangeWords = parts.reduce(0) { $0 + $1.evidence.strangeWords }
    if strangeWords > 1, strangeWords * 5 > count { return false }
    // Of text in a known language a word says 1.1 and more in the mean, in short sentences now and then less; Swahili,
    // Basque, Irish or Latin stay below.
    return most >= (count < 10 ? 0.7 : 1.05) * Double(count)
  }

  /// The strings within a JSON object or array; nil for a text that is none.
  private static func stringsOfJSON(_ text: String) -> [String]? {
    guard let first = text.utf8.first(where: { !$0.isASCIISpace }),
      first == UInt8(ascii: "{") || first == UInt8(ascii: "[")
    else { return nil }
    guard let value = try? JSONValue(parsing: text) else { return nil }
    var strings: [String] = []
    var rest = [value]
    while let value = rest.popLast() {
      switch value {
      case .string(let string): strings.append(string)
      case .array(let elements): rest += elements
      case .object(let object): rest += object.map(\.value)
      default: break
      }
    }
    return strings
  }

  private mutating func readLines(of text: String) {
    for (_, line) in NumberedLines(text.normalFormC) {
      let bytes = Array(line.utf8)
      let content = bytes.drop { $0.isSpaceOrTab }
      if let open = fence {
        let run = content.prefix { $0 == open.sign }.count
        if run >= open.length, content.dropFirst(run).allSatisfy(\.isSpaceOrTab) { fence = nil }
        continue
      }
      fence = MarkdownLineForm.fence(content)
      if fence == nil { readLine(bytes) }
    }
    fence = nil
  }

  private mutating func readLine(_ bytes: [UInt8]) {
    let scalars = Array(Self.withoutCodeAndTags(bytes).unicodeScalars)
    var start = 0
    while start < scalars.count {
      var end = start
      while end < scalars.count, !scalars[end].isWhiteSpace { end += 1 }
      if end > start, Self.isProse(scalars[start..<end]) { readWords(scalars[start..<end]) }
      if end == scalars.count || end > start && ".!?…".unicodeScalars.contains(scalars[end - 1]) { endPart() }
      start = end + 1
    }
  }

  /// Ends a part where it has words enough; the more there are in all, the longer the parts, so that they stay few.
  private mutating func endPart() {
    guard part.count >= 6 + count / 200 else { return }
    parts.append(part)
    part = Part()
  }

  private static func withoutCodeAndTags(_ bytes: [UInt8]) -> String {
    var bytes = bytes
    for range in MarkdownCodeSpans(bytes).ranges {
      for index in range { bytes[index] = 0x20 }
    }
    // Behind the last end there is no tag.
    let lastEnd = bytes.lastIndex(of: UInt8(ascii: ">")) ?? 0
    var index = 0
    while index < lastEnd {
      let next = bytes[index + 1]
      if bytes[index] == UInt8(ascii: "<"), next.isASCIILetter || next == UInt8(ascii: "/") || next == UInt8(ascii: "!")
      {
        while bytes[index] != UInt8(ascii: ">") {
          bytes[index] = 0x20
          index += 1
        }
        bytes[index] = 0x20
      }
      index += 1
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// Whether what stands between spaces may be words: no address, path, name from a program or key of JSON.
  private static func isProse(_ chunk: ArraySlice<UnicodeScalar>) -> Bool {
    var slashes = 0
    for index in chunk.indices {
      let next = index + 1 < chunk.endIndex ? chunk[index + 1] : nil
      switch chunk[index] {
      case "@", "\\", "=": return false
      case "/":
        slashes += 1
        if slashes > 1 || next == nil && index == chunk.startIndex { return false }
      case "_", "$", "#": if next.map({ TextScript.of($0) != nil }) == true { return false }
      case ".": if let next, next.isLetterOrDigit, !next.needsNoWordBoundary { return false }
      case "(": if next == ")" { return false }
      case "0"..."9": if let next, next.value | 0x20 >= 0x61, next.value < 0x80 { return false }
      case "\"", "'": if next == ":" && chunk.first == chunk[index] && index > chunk.startIndex { return false }
      case ":": if next == ":" || next == "/" { return false }
      default: break
      }
    }
    return true
  }

  private mutating func readWords(_ chunk: ArraySlice<UnicodeScalar>) {
    var word = Word()
    for scalar in chunk {
      if let script = TextScript.of(scalar) {
        if script != word.script {
          finish(&word)
          word.script = script
        }
        word.append(scalar)
      } else if scalar.value >= 0x300, scalar.properties.generalCategory == .nonspacingMark, word.script != nil {
        word.scalars.append(scalar)
      } else {
        if scalar.value >= 0x80, scalar.properties.isAlphabetic { lettersOfOtherScripts += 1 }
        finish(&word)
      }
    }
    finish(&word)
  }

  private mutating func finish(_ word: inout Word) {
    defer { word = Word() }
    // What is longer is no word, but data.
    guard let script = word.script, !word.isName, word.letters <= 60 || script.isWithoutSpaces else { return }
    letters[script, default: 0] += word.letters * script.lettersASign
    if script.isWithoutSpaces {
      count += word.letters
      return
    }
    count += 1
    wordCounts[script, default: 0] += 1
    part.wordCounts[script, default: 0] += 1
    part.count += 1
    guard script == .latin || script == .cyrillic || script == .arabic else { return }
    word.scalars.append("_")
    part.evidence.add(word.scalars[...])
  }
}

/// A word as it is read, in small letters.
private struct Word {
  var script: TextScript?
  private(set) var letters = 0
  /// Whether a capital stands behind a small letter, as in `camelCase`.
  private(set) var isName = false
  var scalars: [UnicodeScalar] = ["_"]
  private var isBehindSmall = false

  mutating func append(_ scalar: UnicodeScalar) {
    letters += 1
    var small = scalar
    if scalar.value < 0x61 {
      small = UnicodeScalar(UInt8(truncatingIfNeeded: scalar.value) | 0x20)
    } else if scalar.value >= 0x80, let first = scalar.properties.lowercaseMapping.unicodeScalars.first {
      small = first
    }
    if small != scalar, isBehindSmall { isName = true }
    isBehindSmall = small == scalar
    scalars.append(small)
  }
}

extension TextScript {
  /// Whether words of the script stand without a space between them, so that their signs are counted.
  fileprivate var isWithoutSpaces: Bool { self == .han || self == .kana || self == .thai }

  /// How many letters of another script a sign is worth.
  fileprivate var lettersASign: Int {
    switch self {
    case .han: 3
    case .kana, .hangul: 2
    default: 1
    }
  }
}
