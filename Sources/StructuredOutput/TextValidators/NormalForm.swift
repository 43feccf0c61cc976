import Foundation

extension String {
  /// The text in Unicode's normal form C, in linear time.
  ///
  /// Foundation's own takes time that grows with the square of the text (seconds for a megabyte of accents), so it is
  /// given a short piece at a time. Of more than 30 combining marks on one letter, which no language has, the further
  /// ones may stay as they are (as in the Stream-Safe Text Format of UAX #15).
  var normalFormC: String {
    guard unicodeScalars.contains(where: { $0.mayChangeInNormalFormC }) else { return self }
    var normal = String.UnicodeScalarView()
    var piece = String.UnicodeScalarView()
    var length = 0
    var mayChange = false
    func endPiece() {
      if mayChange {
        normal += String(piece).precomposedStringWithCanonicalMapping.unicodeScalars
      } else {
        normal += piece
      }
      piece = String.UnicodeScalarView()
      length = 0
      mayChange = false
    }
    for scalar in unicodeScalars {
      if length >= 32, length >= 96 || scalar.composesWithNothingBefore { endPiece() }
      piece.append(scalar)
      length += 1
      mayChange = mayChange || scalar.mayChangeInNormalFormC
    }
    endPiece()
    return String(normal)
  }
}

extension UnicodeScalar {
  /// Whether normal form C may change the scalar, or join it to the one before. The commonest letters that it leaves
  /// are named here, the others are left to Foundation.
  fileprivate var mayChangeInNormalFormC: Bool {
    switch value {
    case 0..<0x300, 0x388...0x3CE, 0x400...0x482, 0x5D0...0x5EA, 0x621...0x64A, 0x660...0x66F, 0xE01...0xE30,
      0x2010...0x2027, 0x3001...0x3020, 0x3041...0x3096, 0x30A1...0x30FA, 0x4E00...0x9FFF, 0xAC00...0xD7A3:
      false
    default: true
    }
  }

  fileprivate var composesWithNothingBefore: Bool {
    if value < 0x300 { return true }
    switch properties.generalCategory {
    case .nonspacingMark, .spacingMark, .enclosingMark: return false
    // The vowels and final consonants of Hangul in parts.
    default: return !(0x1161...0x11FF).contains(value)
    }
  }
}
