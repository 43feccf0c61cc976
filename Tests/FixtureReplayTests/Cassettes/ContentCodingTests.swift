import Foundation
import Testing

@testable import FixtureReplay

@Suite("Compressed bodies")
struct ContentCodingTests {
  private static let text =
    #"{"text":"You can return shoes within 30 days. You can return shoes within 30 days."}"#

  private static let gzip =
    "H4sIAAAAAAACA6tWKkmtKFGyUorML1VITsxTKEotKS3KUyjOyE8tVijPLMnIzFMwNlBISaws1lMgRpFSLQDFH3g2VAAAAA=="
  private static let zlib = "eJyrVipJrShRslKKzC9VSE7MUyhKLSktylMozshPLVYozyzJyMxTMDZQSEmsLNZTIEaRUi0A4AQdLA=="

  private func bytes(_ base64: String) throws -> [UInt8] { Array(try #require(Data(base64Encoded: base64))) }

  @Test(
    "gzip is decompressed: plain, with every optional field, in two members",
    arguments: [
      gzip,
      "H4sIHgAAAAAA/wMAYWJjbmFtZQBjb21tZW50AHgYq1YqSa0oUbJSiswvVUhOzFMoSi0pLcpTKM7ITy1WKM8sycjMUzA2UEhJrCzW"
        + "UyBGkVItAMUfeDZUAAAA",
      "H4sIAAAAAAACA6tWKkmtKFGyUooEADQhUc0KAAAAH4sIAAAAAAACA8svVUhOzFMoSi0pLcpTKM7ITy1WKM8sycjMUzA2UEhJrCzW"
        + "U4jMJ6xIqRYAbuUUb0oAAAA=",
    ])
  func gunzips(base64: String) throws {
    let decoded = try ContentCoding.decoded(try bytes(base64), codings: "gzip")
    #expect(String(decoding: decoded, as: UTF8.self) == Self.text)
  }

  @Test(
    "deflate is decompressed with its header and, as some servers send it, without: stored, fixed, zlib",
    arguments: [
      "AVQAq/97InRleHQiOiJZb3UgY2FuIHJldHVybiBzaG9lcyB3aXRoaW4gMzAgZGF5cy4gWW91IGNhbiByZXR1cm4gc2hvZXMgd2l0"
        + "aGluIDMwIGRheXMuIn0=",
      "q1YqSa0oUbJSiswvVUhOzFMoSi0pLcpTKM7ITy1WKM8sycjMUzA2UEhJrCzWUyBGkVItAA==",
      zlib,
    ])
  func inflates(base64: String) throws {
    // A block that is stored begins as text does, so the bytes behind it are made to be none.
    let compressed = try bytes(base64)
    let decoded =
      String(validating: compressed, as: UTF8.self) == nil
      ? try ContentCoding.decoded(compressed, codings: "deflate")
      : try Inflate.inflate(compressed, from: 0, maximum: 1000).output
    #expect(String(decoding: decoded, as: UTF8.self) == Self.text)
  }

  @Test("Codes that the data brings itself are read")
  func dynamicCodes() throws {
    let compressed =
      "eNolkckBxDAIA1uhBHMYTP+N7Sj7MgkCBnHMrWzN2+JattValz03P8c8eKvIolgkaOLyvrWMQk81uireV3Zj7U5bo2"
      + "ve4Xv4/8gvum31pdAPHdxp5erpQXNPTSmNu5rbAmiRDET+SgwQxhGFizjOWuQpizoOGRXRikb/nrKLLlWR9Bc05Em/"
      + "LDqnZuQwLR9zcyGoA0uJqhK+KkirYa7RtlrjHva5roVTG5Oxq53vKFr+9SFLleMmFX2p7aFLP/rNuTKHimGmzWXuDA"
      + "SzsDxZ/wK+V7pFw/we9Ks9UBBBiZtsue98t5JZJ764jgxuFNiM2F117pGKSz56y1J/cjf+l055Hlf2x+gSsd9Rvvtk"
      + "3e9AulquDlje/gMDbWrw"
    let expected = (0..<120).map { String($0 * $0) }.joined(separator: " ")
    #expect(String(decoding: try ContentCoding.unzlibbed(try bytes(compressed)), as: UTF8.self) == expected)
  }

  @Test("Bodies that were decoded already are left alone, whatever their headers say")
  func alreadyDecoded() throws {
    let body = Array(Self.text.utf8)
    for coding in ["gzip", "deflate", "br", "zstd", "identity", "gzip, br", "", nil] {
      #expect(try ContentCoding.decoded(body, codings: coding) == body)
    }
  }

  @Test("Codings that are not known are refused by name")
  func unknown() {
    #expect(throws: ContentCoding.Fault.unsupported("br")) {
      try ContentCoding.decoded([0x8B, 0x02, 0x80, 0xFF], codings: "br")
    }
  }

  @Test("No more is decompressed than is wanted")
  func bounded() throws {
    #expect(throws: Inflate.Fault.tooLarge) { try ContentCoding.gunzipped(try bytes(Self.gzip), maximum: 20) }
    #expect(
      try ContentCoding.gunzipped(try bytes(Self.gzip), maximum: Self.text.utf8.count).count == Self.text.utf8.count)
  }

  @Test("Every cut and every changed byte is an error or the same text, and none is a trap")
  func damaged() throws {
    for whole in [try bytes(Self.gzip), try bytes(Self.zlib)] {
      let coding = whole[0] == 0x1F ? "gzip" : "deflate"
      for end in 3..<whole.count {
        #expect(throws: (any Error).self) {
          let cut = Array(whole[..<end])
          _ = coding == "gzip" ? try ContentCoding.gunzipped(cut) : try ContentCoding.unzlibbed(cut)
        }
      }
      for place in whole.indices {
        for bit in 0..<8 {
          var changed = whole
          changed[place] ^= 1 << UInt8(bit)
          let output = coding == "gzip" ? try? ContentCoding.gunzipped(changed) : try? ContentCoding.unzlibbed(changed)
          if let output { #expect(String(decoding: output, as: UTF8.self) == Self.text) }
        }
      }
    }
  }

  @Test("Random bytes are no compressed data")
  func random() {
    var random = SeededGenerator(state: 5)
    for _ in 0..<2000 {
      let bytes = (0..<Int.random(in: 0..<60, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = try? Inflate.inflate(bytes, from: 0, maximum: 1 << 16)
    }
  }
}
