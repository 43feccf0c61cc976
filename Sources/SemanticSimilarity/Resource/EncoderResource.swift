import Foundation

/// The file of weights, mapped into memory and checked: every section is there, has its size and lies in the file.
///
/// The form is described in `.encoder/build-resource`, which writes it. The weights themselves are not hashed at each
/// load, which would take longer than loading; a test does it.
struct EncoderResource: Sendable {
  /// The form of the file that this code reads.
  static let version: UInt32 = 1
  /// The model, its quantisation and their version: what a vector depends on.
  static let identifier = "paraphrase-MiniLM-L3-v2/int8/1"

  let shape: EncoderShape
  let vocabulary: WordPieceVocabulary
  private let data: Data
  private let sections: [EncoderSection.Key: EncoderSection]

  init(contentsOf url: URL) throws(SentenceEncoderError) {
    let path = url.path
    let data: Data
    do { data = try Data(contentsOf: url, options: .alwaysMapped) } catch {
      throw .unreadable(path, error.localizedDescription)
    }
    self.data = data
    let reader = EncoderResourceReader(data: data, path: path)
    sections = try reader.sections()
    let identity = try reader.text(reader.section(.identity, in: sections, content: .bytes))
    guard identity == Self.identifier else {
      throw .otherVersion(path, found: "the encoder \"\(identity)\"", expected: "\"\(Self.identifier)\"")
    }
    shape = try reader.shape(in: sections)
    try reader.checkSizes(of: sections, shape: shape)
    let lines = try reader.section(.vocabulary, in: sections, content: .bytes)
    guard
      let vocabulary = WordPieceVocabulary(lines: reader.bytes(lines), count: shape.words)
    else { throw .damaged(path, "its vocabulary has not \(shape.words) different words, or lacks a special one") }
    self.vocabulary = vocabulary
  }

  /// Gives the sections for the length of a closure.
  func withSections<R>(_ body: (EncoderSections) -> R) -> R {
    data.withUnsafeBytes { bytes in
      guard let base = bytes.baseAddress else { preconditionFailure("a checked file is not empty") }
      return body(EncoderSections(base: base, sections: sections))
    }
  }
}
