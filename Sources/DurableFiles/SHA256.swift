/// SHA-256 of bytes that arrive piece by piece (FIPS 180-4, section 6.2).
public struct SHA256: Sendable {
  private var state = State()
  /// The bytes of a block that is not full yet; fewer than 64.
  private var pending: [UInt8] = []
  private var byteCount: UInt64 = 0

  /// A hasher that has seen nothing.
  public init() {}

  /// The hash of some bytes.
  public static func hash(_ bytes: [UInt8]) -> ContentHash {
    var hasher = SHA256()
    hasher.update(bytes)
    return hasher.finalize()
  }

  /// The hash of a text's UTF-8 form.
  public static func hash(_ text: String) -> ContentHash {
    var hasher = SHA256()
    hasher.update(text)
    return hasher.finalize()
  }

  /// Takes in the next bytes.
  public mutating func update(_ bytes: [UInt8]) {
    bytes.withUnsafeBytes { update($0) }
  }

  /// Takes in the UTF-8 form of the next piece of text.
  public mutating func update(_ text: String) {
    var text = text
    text.withUTF8 { update(UnsafeRawBufferPointer($0)) }
  }

  /// Takes in the next bytes of any sequence.
  public mutating func update(_ bytes: some Sequence<UInt8>) {
    let taken: Void? = bytes.withContiguousStorageIfAvailable { update(UnsafeRawBufferPointer($0)) }
    if taken == nil { update(Array(bytes)) }
  }

  /// Takes in the bytes of a buffer.
  public mutating func update(_ bytes: UnsafeRawBufferPointer) {
    byteCount &+= UInt64(bytes.count)
    var rest = bytes[...]
    if !pending.isEmpty {
      let missing = rest.prefix(64 - pending.count)
      pending.append(contentsOf: missing)
      rest = rest.dropFirst(missing.count)
      guard pending.count == 64 else { return }
      pending.withUnsafeBytes { state.take(blocks: $0) }
      pending.removeAll(keepingCapacity: true)
    }
    let whole = rest.count / 64 * 64
    state.take(blocks: UnsafeRawBufferPointer(rebasing: rest.prefix(whole)))
    pending.append(contentsOf: rest.dropFirst(whole))
  }

  /// The hash of all that was taken in. The hasher is then as new.
  public mutating func finalize() -> ContentHash {
    let bitCount = byteCount &* 8
    // Section 5.1.1: a one bit, zeros up to 56 bytes of a block, and the length in bits as a 64-bit number.
    var padding = pending
    padding.append(0x80)
    while padding.count % 64 != 56 { padding.append(0) }
    for shift in stride(from: UInt64(56), through: 0, by: -8) {
      padding.append(UInt8(truncatingIfNeeded: bitCount >> shift))
    }
    padding.withUnsafeBytes { state.take(blocks: $0) }
    let hash = state.hash
    self = SHA256()
    return hash
  }

  private struct State {
    // Section 5.3.3.
    var a: UInt32 = 0x6a09_e667
    var b: UInt32 = 0xbb67_ae85
    var c: UInt32 = 0x3c6e_f372
    var d: UInt32 = 0xa54f_f53a
    var e: UInt32 = 0x510e_527f
    var f: UInt32 = 0x9b05_688c
    var g: UInt32 = 0x1f83_d9ab
    var h: UInt32 = 0x5be0_cd19

    var hash: ContentHash {
      ContentHash(Self.joined(a, b), Self.joined(c, d), Self.joined(e, f), Self.joined(g, h))
    }

    /// Section 6.2.2, for every whole block of the buffer.
    mutating func take(blocks: UnsafeRawBufferPointer) {
      guard blocks.count >= 64 else { return }
      SHA256.roundConstants.withUnsafeBufferPointer { constants in
        withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 16) { schedule in
          schedule.initialize(repeating: 0)
          var offset = 0
          while offset &+ 64 <= blocks.count {
            compress(UnsafeRawBufferPointer(rebasing: blocks[offset..<(offset &+ 64)]), schedule, constants)
            offset &+= 64
          }
        }
      }
    }

    /// One block. The 64 words of the schedule are made as they are needed, in a ring of 16.
    @inline(__always)
    private mutating func compress(
      _ block: UnsafeRawBufferPointer, _ schedule: UnsafeMutableBufferPointer<UInt32>,
      _ constants: UnsafeBufferPointer<UInt32>
    ) {
      for index in 0..<16 {
        schedule[index] = UInt32(bigEndian: block.loadUnaligned(fromByteOffset: index &* 4, as: UInt32.self))
      }
      var (a, b, c, d) = (self.a, self.b, self.c, self.d)
      var (e, f, g, h) = (self.e, self.f, self.g, self.h)
      var start = 0
      while start < 64 {
        // Eight rounds bring each variable back to its own name, so that none has to be moved.
        Self.round(a, b, c, &d, e, f, g, &h, Self.word(start, schedule) &+ constants[start])
        Self.round(h, a, b, &c, d, e, f, &g, Self.word(start &+ 1, schedule) &+ constants[start &+ 1])
        Self.round(g, h, a, &b, c, d, e, &f, Self.word(start &+ 2, schedule) &+ constants[start &+ 2])
        Self.round(f, g, h, &a, b, c, d, &e, Self.word(start &+ 3, schedule) &+ constants[start &+ 3])
        Self.round(e, f, g, &h, a, b, c, &d, Self.word(start &+ 4, schedule) &+ constants[start &+ 4])
        Self.round(d, e, f, &g, h, a, b, &c, Self.word(start &+ 5, schedule) &+ constants[start &+ 5])
        Self.round(c, d, e, &f, g, h, a, &b, Self.word(start &+ 6, schedule) &+ constants[start &+ 6])
        Self.round(b, c, d, &e, f, g, h, &a, Self.word(start &+ 7, schedule) &+ constants[start &+ 7])
        start &+= 8
      }
      self.a &+= a
      self.b &+= b
      self.c &+= c
      self.d &+= d
      self.e &+= e
      self.f &+= f
      self.g &+= g
      self.h &+= h
    }

    /// The word of a round; from the seventeenth on it takes the place of the word 16 rounds before.
    @inline(__always)
    private static func word(_ round: Int, _ schedule: UnsafeMutableBufferPointer<UInt32>) -> UInt32 {
      if round < 16 { return schedule[round] }
      let near = schedule[(round &- 2) & 15]
      let far = schedule[(round &- 15) & 15]
      let nearMixed = rotate(near, 17) ^ rotate(near, 19) ^ (near &>> 10)
      let farMixed = rotate(far, 7) ^ rotate(far, 18) ^ (far &>> 3)
      let word = nearMixed &+ schedule[(round &- 7) & 15] &+ farMixed &+ schedule[round & 15]
      schedule[round & 15] = word
      return word
    }

    @inline(__always)
    private static func round(
      _ a: UInt32, _ b: UInt32, _ c: UInt32, _ d: inout UInt32, _ e: UInt32, _ f: UInt32, _ g: UInt32,
      _ h: inout UInt32, _ input: UInt32
    ) {
      let sumE = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25)
      let one = h &+ sumE &+ (g ^ (e & (f ^ g))) &+ input
      let sumA = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22)
      d &+= one
      h = one &+ sumA &+ ((a & b) | (c & (a | b)))
    }

    @inline(__always)
    private static func rotate(_ value: UInt32, _ count: UInt32) -> UInt32 {
      value &>> count | value &<< (32 &- count)
    }

    private static func joined(_ high: UInt32, _ low: UInt32) -> UInt64 { UInt64(high) << 32 | UInt64(low) }
  }

  /// Section 4.2.2: the first 32 bits of the fractional parts of the cube roots of the first 64 primes.
  private static let roundConstants: [UInt32] = [
    0x428a_2f98, 0x7137_4491, 0xb5c0_fbcf, 0xe9b5_dba5, 0x3956_c25b, 0x59f1_11f1, 0x923f_82a4, 0xab1c_5ed5,
    0xd807_aa98, 0x1283_5b01, 0x2431_85be, 0x550c_7dc3, 0x72be_5d74, 0x80de_b1fe, 0x9bdc_06a7, 0xc19b_f174,
    0xe49b_69c1, 0xefbe_4786, 0x0fc1_9dc6, 0x240c_a1cc, 0x2de9_2c6f, 0x4a74_84aa, 0x5cb0_a9dc, 0x76f9_88da,
    0x983e_5152, 0xa831_c66d, 0xb003_27c8, 0xbf59_7fc7, 0xc6e0_0bf3, 0xd5a7_9147, 0x06ca_6351, 0x1429_2967,
    0x27b7_0a85, 0x2e1b_2138, 0x4d2c_6dfc, 0x5338_0d13, 0x650a_7354, 0x766a_0abb, 0x81c2_c92e, 0x9272_2c85,
    0xa2bf_e8a1, 0xa81a_664b, 0xc24b_8b70, 0xc76c_51a3, 0xd192_e819, 0xd699_0624, 0xf40e_3585, 0x106a_a070,
    0x19a4_c116, 0x1e37_6c08, 0x2748_774c, 0x34b0_bcb5, 0x391c_0cb3, 0x4ed8_aa4a, 0x5b9c_ca4f, 0x682e_6ff3,
    0x748f_82ee, 0x78a5_636f, 0x84c8_7814, 0x8cc7_0208, 0x90be_fffa, 0xa450_6ceb, 0xbef9_a3f7, 0xc671_78f2,
  ]
}
