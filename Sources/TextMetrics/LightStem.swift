/// A light English stem: plural, "-ing" and "-ed" endings gone, so that "returned shoes" meets "return shoe".
///
/// Not a dictionary's stem, and not always a word: "changing" and "change" both give "chang".
enum LightStem {
  /// The stem of a word in lower case. Words with anything but the letters a to z are given back as they are.
  static func of(_ word: Substring) -> Substring {
    let letters = Array(word.utf8)
    guard letters.count > 3, letters.allSatisfy({ $0 >= UInt8(ascii: "a") && $0 <= UInt8(ascii: "z") }) else {
      return word
    }
    var stem = letters
    removePlural(&stem)
    removeVerbEnding(&stem)
    if stem.count > 3, stem.last == UInt8(ascii: "e") { stem.removeLast() }
    return Substring(decoding: stem, as: UTF8.self)
  }

  private static func removePlural(_ word: inout [UInt8]) {
    if word.ends("ies"), word.count > 4 {
      word.replaceEnd(3, "y")
    } else if ["sses", "shes", "ches", "xes", "zes"].contains(where: { word.ends($0) }) {
      word.removeLast(2)
    } else if word.ends("s"), !word.ends("ss"), !word.ends("us"), !word.ends("is") {
      word.removeLast()
    }
  }

  private static func removeVerbEnding(_ word: inout [UInt8]) {
    if word.ends("ied"), word.count > 4 { return word.replaceEnd(3, "y") }
    let ending = word.ends("ing") ? 3 : word.ends("ed") ? 2 : 0
    guard ending > 0, word.count - ending >= 3, word.dropLast(ending).contains(where: isVowel) else { return }
    word.removeLast(ending)
    // "stopped" and "stop", but "called" and "call".
    if let last = word.last, word.count > 3, word[word.count - 2] == last, !isVowel(last), !"lsz".utf8.contains(last) {
      word.removeLast()
    }
  }

  private static func isVowel(_ letter: UInt8) -> Bool { "aeiouy".utf8.contains(letter) }
}

extension [UInt8] {
  fileprivate func ends(_ ending: String) -> Bool { suffix(ending.utf8.count).elementsEqual(ending.utf8) }

  fileprivate mutating func replaceEnd(_ count: Int, _ ending: String) {
    removeLast(count)
    append(contentsOf: ending.utf8)
  }
}
