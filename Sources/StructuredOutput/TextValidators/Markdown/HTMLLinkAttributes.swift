/// What HTML within a text loads or leads to: addresses in attributes, and elements whose addresses cannot be read.
///
/// Tags are not taken apart, because readers differ in what they take for one: behind the first `<` before a letter,
/// each `href="…"` and its like counts, wherever it stands.
enum HTMLLinkAttributes {
  private static let addressNames: Set<String> = [
    "href", "src", "srcset", "imagesrcset", "action", "formaction", "poster", "data", "background", "cite", "ping",
    "manifest", "longdesc", "lowsrc", "dynsrc", "codebase", "archive", "classid", "profile",
  ]
  private static let unreadableElements: Set<String> = ["script", "style", "iframe", "object", "embed", "base", "meta"]
  private static let plainWords: Set<String> = ["on", "one", "only", "once", "onto", "online", "ongoing", "ones"]

  /// - Parameter visible: which bytes count.
  static func find(in bytes: [UInt8], _ visible: [Bool]) -> [(address: String, offset: Int, fault: String?)] {
    var found: [(address: String, offset: Int, fault: String?)] = []
    var hasTag = false
    var quotesLeft: Set<UInt8> = [UInt8(ascii: "\""), UInt8(ascii: "'")]
    for index in bytes.indices.dropLast() where visible[index] {
      if bytes[index] == UInt8(ascii: "<"), bytes[index + 1].isASCIILetter {
        hasTag = true
        let name = bytes[(index + 1)...].prefix(12).prefix { $0.isASCIILetter || $0.isASCIIDigit }
        let element = String(decoding: name, as: UTF8.self).lowercased()
        if unreadableElements.contains(element) {
          found.append(("<\(element)>", index, "is an element that can load anything"))
        }
      }
      guard hasTag, bytes[index] == UInt8(ascii: "="), let name = name(bytes, before: index) else { continue }
      if name.hasPrefix("on"), !plainWords.contains(name) {
        found.append((name, index, "is a handler that can run anything"))
      } else if name == "srcdoc" {
        found.append((name, index, "holds a page of its own"))
      } else if name == "style" {
        let style = value(bytes, behind: index, &quotesLeft).lowercased()
        // The rules of CSS for escapes and comments are not worth following to find out what a colour is.
        if style.contains("url") || style.contains("\\") || style.contains("image") || style.contains("/*") {
          found.append((style, index, "is a style that can load something"))
        }
      } else if addressNames.contains(name) {
        let value = value(bytes, behind: index, &quotesLeft)
        let parts = name.hasSuffix("srcset") ? value.split(separator: ",").map(String.init) : [value]
        for part in parts {
          let address = part.drop(while: \.isWhitespace)
          let end = name.hasSuffix("srcset") ? address.firstIndex(where: \.isWhitespace) : nil
          found.append((String(address[..<(end ?? address.endIndex)]), index, nil))
        }
      }
    }
    return found
  }

  /// The name of an attribute before its equals sign, in small letters.
  private static func name(_ bytes: [UInt8], before sign: Int) -> String? {
    var end = sign
    let limit = max(0, sign - 60)
    while end > limit, bytes[end - 1].isASCIISpace { end -= 1 }
    var start = end
    while start > limit, bytes[start - 1].isASCIILetter { start -= 1 }
    guard start < end, start == 0 || !bytes[start - 1].isWordByte && bytes[start - 1] != UInt8(ascii: "-") else {
      return nil
    }
    return String(decoding: bytes[start..<end], as: UTF8.self).lowercased()
  }

  /// The value behind an equals sign, its character references resolved, without the line breaks that browsers drop.
  /// - Parameter quotesLeft: the quotation marks that stand further on in the text; others are not looked for again.
  private static func value(_ bytes: [UInt8], behind sign: Int, _ quotesLeft: inout Set<UInt8>) -> String {
    var start = sign + 1
    while start < bytes.count, start < sign + 60, bytes[start].isASCIISpace { start += 1 }
    guard start < bytes.count else { return "" }
    var value: ArraySlice<UInt8>?
    if quotesLeft.contains(bytes[start]) {
      if let end = bytes[(start + 1)...].firstIndex(of: bytes[start]) {
        value = bytes[start + 1..<end]
      } else {
        quotesLeft.remove(bytes[start])
      }
    }
    let plain =
      value
      ?? bytes[start...].prefix(2000).prefix { !$0.isASCIISpace && $0 != UInt8(ascii: ">") }.drop {
        $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "'")
      }
    let text = CharacterReference.resolved(String(decoding: plain, as: UTF8.self))
    return String(text.unicodeScalars.filter { $0 != "\t" && $0 != "\n" && $0 != "\r" })
  }
}
