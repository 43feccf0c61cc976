/// One value or key of a document: 16 bytes, plain data.
///
/// Nodes stand in the order of the text: a container's node, then its children; an object's children alternate key and
/// value. The root is node 0.
struct JSONNode {
  enum Kind: UInt8 {
    case null, `false`, `true`, integer, decimal, string, array, object, key
  }

  /// The flag of a string or key that holds no byte of 0x80 or more.
  static let isASCII: UInt8 = 1

  /// An `integer` is the canonical text of an `Int64`; every other number is a `decimal`.
  var kind: Kind
  /// String and key: bit 0 is ``isASCII``.
  var flags: UInt8
  var spare: UInt16
  /// String, key, number: bytes of text; array: elements; object: pairs, repeated keys included.
  var count: UInt32
  /// What the kind needs:
  /// - integer: the bit pattern of its `Int64`;
  /// - decimal, string, key: in the low half the offset of its text, escapes undone, in the document's bytes;
  /// - key: in the high half ``hash(of:)`` of that text;
  /// - array, object: in the low half the index of the node behind its last descendant.
  var payload: UInt64

  init(_ kind: Kind, flags: UInt8 = 0, count: UInt32 = 0, payload: UInt64 = 0) {
    self.kind = kind
    self.flags = flags
    spare = 0
    self.count = count
    self.payload = payload
  }

  /// The index of the node behind this one, which stands at an index, and behind all that it holds.
  func end(at index: Int) -> Int {
    kind == .array || kind == .object ? Int(UInt32(truncatingIfNeeded: payload)) : index + 1
  }

  /// The text of a string, a key or a decimal.
  func text(in bytes: UnsafeBufferPointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let start = Int(UInt32(truncatingIfNeeded: payload))
    return UnsafeBufferPointer(rebasing: bytes[start..<start + Int(count)])
  }

  /// The hash of a key's UTF-8: the same in every process, so it decides nothing alone; equal hashes are compared on.
  static func hash(of bytes: UnsafeBufferPointer<UInt8>) -> UInt32 {
    let count = bytes.count
    guard count > 0, let base = UnsafeRawPointer(bytes.baseAddress) else { return 0 }
    var hash = UInt64(truncatingIfNeeded: count) &* 0x9E37_79B9_7F4A_7C15
    var word: UInt64
    if count >= 8 {
      var index = 0
      while index &+ 8 < count {
        word = UInt64(littleEndian: (base + index).loadUnaligned(as: UInt64.self))
        hash = (hash ^ word) &* 0xD6E8_FEB8_6659_FD93
        hash ^= hash &>> 32
        index &+= 8
      }
      word = UInt64(littleEndian: (base + (count &- 8)).loadUnaligned(as: UInt64.self))
    } else if count >= 4 {
      let low = UInt32(littleEndian: base.loadUnaligned(as: UInt32.self))
      let high = UInt32(littleEndian: (base + (count &- 4)).loadUnaligned(as: UInt32.self))
      word = UInt64(low) | UInt64(high) &<< 32
    } else {
      word = UInt64(bytes[0]) | UInt64(bytes[count &>> 1]) &<< 8 | UInt64(bytes[count &- 1]) &<< 16
    }
    hash = (hash ^ word) &* 0xD6E8_FEB8_6659_FD93
    hash ^= hash &>> 32
    hash = hash &* 0xD6E8_FEB8_6659_FD93
    return UInt32(truncatingIfNeeded: hash &>> 32)
  }
}
