/// Web and mail addresses that stand in a text as they are, which chat windows make links of.
enum BareAddresses {
  /// Where the addresses of a text begin: `scheme://…`, `www.…`, `name@host` and `<scheme:…>`.
  /// - Parameter visible: which bytes count.
  static func find(in bytes: [UInt8], _ visible: [Bool]) -> [(address: String, offset: Int)] {
    var found: [(address: String, offset: Int)] = []
    var index = 0
    // What is behind this offset was read as part of an address.
    var end = 0
    while index < bytes.count {
      defer { index += 1 }
      guard visible[index], index >= end else { continue }
      switch bytes[index] {
      case UInt8(ascii: ":"):
        guard bytes[index...].dropFirst().starts(with: "//".utf8) else { continue }
        let start = startOfScheme(bytes, before: index, from: end)
        guard start < index else { continue }
        end = endOfAddress(bytes, from: index)
        found.append((CharacterReference.resolved(trimmed(bytes[start..<end])), start))
      case UInt8(ascii: "<"):
        guard let autolink = autolink(bytes, at: index) else { continue }
        end = autolink.upperBound
        found.append((String(decoding: bytes[autolink], as: UTF8.self), autolink.lowerBound))
      case UInt8(ascii: "w"), UInt8(ascii: "W"):
        guard index == 0 || !bytes[index - 1].isWordByte, isWorldWideWeb(bytes[index...]) else { continue }
        end = endOfAddress(bytes, from: index)
        found.append(("http://" + trimmed(bytes[index..<end]), index))
      case UInt8(ascii: "@"):
        guard let mail = mail(bytes, around: index, from: end) else { continue }
        end = mail.upperBound
        found.append(("mailto:" + String(decoding: bytes[mail], as: UTF8.self), mail.lowerBound))
      default: break
      }
    }
    return found
  }

  /// The address in angle brackets that begins with a scheme, as CommonMark has it (section 6.5): `<javascript:…>` is
  /// a link.
  private static func autolink(_ bytes: [UInt8], at open: Int) -> Range<Int>? {
    let scheme = bytes[(open + 1)...].prefix(33).prefix(while: isSchemeByte)
    guard scheme.first?.isASCIILetter == true, (2...32).contains(scheme.count) else { return nil }
    guard scheme.endIndex < bytes.count, bytes[scheme.endIndex] == UInt8(ascii: ":") else { return nil }
    var end = scheme.endIndex
    while end < bytes.count, bytes[end] > 0x20, bytes[end] != 0x7F, !"<>".utf8.contains(bytes[end]) { end += 1 }
    return end < bytes.count && bytes[end] == UInt8(ascii: ">") ? open + 1..<end : nil
  }

  private static func startOfScheme(_ bytes: [UInt8], before colon: Int, from limit: Int) -> Int {
    var start = colon
    while start > max(limit, colon - 40), isSchemeByte(bytes[start - 1]) { start -= 1 }
    while start < colon, !bytes[start].isASCIILetter { start += 1 }
    return start
  }

  private static func isSchemeByte(_ byte: UInt8) -> Bool {
    byte.isASCIILetter || byte.isASCIIDigit || "+-.".utf8.contains(byte)
  }

  private static func isWorldWideWeb(_ text: ArraySlice<UInt8>) -> Bool {
    text.count > 4 && text.prefix(3).allSatisfy { $0 | 0x20 == UInt8(ascii: "w") }
      && text[text.startIndex + 3] == UInt8(ascii: ".") && text[text.startIndex + 4].isWordByte
  }

  private static func endOfAddress(_ bytes: [UInt8], from start: Int) -> Int {
    var end = start
    while end < bytes.count, bytes[end] > 0x20, bytes[end] != 0x7F, !"<>\"`".utf8.contains(bytes[end]) { end += 1 }
    return end
  }

  /// An address without the punctuation of its sentence.
  private static func trimmed(_ address: ArraySlice<UInt8>) -> String {
    var rest = address
    while let last = rest.last, "?!.,:;*_~'\")]}|".utf8.contains(last) { rest.removeLast() }
    return String(decoding: rest, as: UTF8.self)
  }

  private static func mail(_ bytes: [UInt8], around sign: Int, from limit: Int) -> Range<Int>? {
    var start = sign
    while start > max(limit, sign - 80), bytes[start - 1].isWordByte || ".+-%".utf8.contains(bytes[start - 1]) {
      start -= 1
    }
    var end = sign + 1
    while end < bytes.count, bytes[end].isWordByte || ".-".utf8.contains(bytes[end]) { end += 1 }
    while end > sign + 1, ".-_".utf8.contains(bytes[end - 1]) { end -= 1 }
    return start < sign && bytes[sign + 1..<end].contains(UInt8(ascii: ".")) ? start..<end : nil
  }
}
