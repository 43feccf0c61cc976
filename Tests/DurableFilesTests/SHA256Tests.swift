import DurableFiles
import Testing

@Suite("SHA-256")
struct SHA256Tests {
  static let vectors: [(message: String, digest: String)] = [
    ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
    ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
    (
      "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
      "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
    ),
    (
      "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
        + "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
      "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1"
    ),
    (
      String(repeating: "a", count: 1_000_000),
      "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
    ),
  ]

  @Test("Gives the digests that NIST publishes", arguments: vectors.indices)
  func published(index: Int) {
    let vector = Self.vectors[index]
    #expect(SHA256.hash(vector.message).hexadecimal == vector.digest)
    #expect(SHA256.hash(Array(vector.message.utf8)).hexadecimal == vector.digest)
  }

  @Test("Gives the same digest however the bytes are cut")
  func pieces() {
    let bytes = (0..<300).map { UInt8(truncatingIfNeeded: $0 &* 37 &+ 11) }
    for length in 0...bytes.count {
      let whole = SHA256.hash(Array(bytes[..<length]))
      for piece in [1, 7, 63, 64, 65, 130] {
        var hasher = SHA256()
        var start = 0
        while start < length {
          let end = min(start + piece, length)
          hasher.update(bytes[start..<end])
          start = end
        }
        #expect(hasher.finalize() == whole, "\(length) bytes in pieces of \(piece)")
      }
    }
  }

  @Test("Takes arrays, texts, slices, buffers and lazy sequences alike")
  func kindsOfInput() {
    let expected = SHA256.hash("abcabcabcabcabc")
    var hasher = SHA256()
    hasher.update(Array("abc".utf8))
    hasher.update("abc")
    hasher.update(Array("xabc".utf8).dropFirst())
    Array("abc".utf8).withUnsafeBytes { hasher.update($0) }
    hasher.update("ABC".utf8.lazy.map { $0 + 32 })
    #expect(hasher.finalize() == expected)
  }

  @Test("Is as new after it gave its digest")
  func reuse() {
    var hasher = SHA256()
    hasher.update("something else")
    _ = hasher.finalize()
    hasher.update("abc")
    #expect(hasher.finalize() == SHA256.hash("abc"))
  }
}

@Suite("Content hash")
struct ContentHashTests {
  @Test("Comes back from its hexadecimal form, of either case")
  func hexadecimalRoundTrip() throws {
    let hash = SHA256.hash("abc")
    #expect(try #require(ContentHash(hexadecimal: hash.hexadecimal)) == hash)
    #expect(try #require(ContentHash(hexadecimal: hash.hexadecimal.uppercased())) == hash)
    #expect(hash.description == hash.hexadecimal)
  }

  @Test("Has 32 bytes in the order of its digits")
  func bytes() {
    let bytes = SHA256.hash("abc").bytes
    #expect(bytes.count == 32)
    #expect(Array(bytes.prefix(4)) == [0xba, 0x78, 0x16, 0xbf])
    #expect(bytes.last == 0xad)
  }

  @Test(
    "Refuses what is not 64 hexadecimal digits",
    arguments: [
      "", "ab", String(repeating: "g", count: 64), String(repeating: "a", count: 63),
      String(repeating: "a", count: 65), String(repeating: "a", count: 63) + " ", String(repeating: "é", count: 32),
    ])
  func refused(text: String) {
    #expect(ContentHash(hexadecimal: text) == nil)
  }

  @Test("Is ordered as its digits are")
  func order() {
    let hashes = (0..<50).map { SHA256.hash("item \($0)") }
    #expect(hashes.sorted().map(\.hexadecimal) == hashes.map(\.hexadecimal).sorted())
  }
}
