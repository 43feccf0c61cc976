import DurableFiles
import Foundation
import Testing

@testable import SemanticSimilarity

@Suite("The file of weights")
struct EncoderResourceTests {
  private let file: URL
  private let bytes: Data

  init() throws {
    file = try EncoderResourceSearch(environment: [:]).find()
    bytes = try Data(contentsOf: file, options: .alwaysMapped)
  }

  @Test("The file is the one that .encoder/build-resource makes, and holds its own hash")
  func hash() {
    #expect(
      SHA256.hash(Array(bytes)).hexadecimal == "0464cc2ff6f0a9daa04c1784dd60c9deeb08a85333500dbd5d78691d3adbc45c")
    #expect(Array(bytes[24..<56]) == SHA256.hash(Array(bytes[64...])).bytes)
  }

  @Test("Licence and attribution stand beside the weights")
  func licence() throws {
    let folder = file.deletingLastPathComponent()
    let licence = try String(contentsOf: folder.appending(path: "LICENSE"), encoding: .utf8)
    let notice = try String(contentsOf: folder.appending(path: "NOTICE"), encoding: .utf8)
    #expect(licence.contains("Apache License"))
    #expect(notice.contains("paraphrase-MiniLM-L3-v2"))
  }

  /// What loading a changed copy of the file says.
  private func error(_ change: (inout Data) -> Void) throws -> SentenceEncoderError? {
    let folder = try TemporaryFolder()
    var changed = bytes
    change(&changed)
    try changed.write(to: folder.file("weights.bin"))
    do {
      _ = try SentenceEncoder(contentsOf: folder.file("weights.bin"))
      return nil
    } catch { return error }
  }

  @Test("A file cut short is damaged", arguments: [0, 1, 63, 64, 1_000, 17_000_000])
  func truncated(length: Int) throws {
    let error = try #require(try error { $0 = $0.prefix(length) })
    #expect(error.kind == .damaged)
    #expect(error.description.contains("weights.bin"))
  }

  @Test("A file that is none is damaged")
  func foreign() throws {
    let error = try error { $0 = Data("version https://git-lfs.github.com/spec/v1\n".utf8) + $0.prefix(100) }
    #expect(error?.kind == .damaged)
  }

  @Test("A file of another form, or with another model, is of another version")
  func otherVersion() throws {
    let form = try #require(try error { $0[8] = 2 })
    #expect(form.kind == .otherVersion)
    #expect(form.description.contains("form 2"))
    let range = try #require(bytes.range(of: Data("/int8/1".utf8)))
    let model = try #require(try error { $0[range.upperBound - 1] = UInt8(ascii: "2") })
    #expect(model.kind == .otherVersion)
    #expect(model.description.contains("/int8/2"))
  }

  @Test("Whatever a byte of header or table says, reading them ends with an error or in the bounds of the file")
  func anyTable() {
    var changed = bytes
    for offset in 0..<64 + 40 * 37 {
      let original = changed[offset]
      for value in [0x00, 0x7F, 0xFF, original ^ 1] {
        changed[offset] = value
        read(changed)
      }
      changed[offset] = original
    }
  }

  /// Reads header and table as loading does, and what stands at the ends of every section.
  private func read(_ data: Data) {
    let reader = EncoderResourceReader(data: data, path: "weights.bin")
    guard let sections = try? reader.sections() else { return }
    if let shape = try? reader.shape(in: sections) { try? reader.checkSizes(of: sections, shape: shape) }
    for section in sections.values {
      if section.range.lowerBound < 0 || section.range.upperBound > data.count { Issue.record("\(section)") }
    }
  }

  @Test("A vocabulary with a line too few, or two alike, is damaged")
  func vocabulary() throws {
    let line = try #require(bytes.range(of: Data("\nzebra\n".utf8)))
    #expect(try error { $0[line.lowerBound] = UInt8(ascii: "x") }?.kind == .damaged)
    #expect(try error { $0.replaceSubrange(line, with: Data("\nhouse\n".utf8)) }?.kind == .damaged)
  }

  @Test("Weights that are no numbers give a vector of zeros, not a trap")
  func notANumber() throws {
    let folder = try TemporaryFolder()
    var changed = bytes
    // The biases at the end of the file.
    for offset in stride(from: changed.count - 3_072, to: changed.count, by: 4) {
      changed.replaceSubrange(offset..<offset + 4, with: [0, 0, 0xC0, 0x7F])
    }
    try changed.write(to: folder.file("weights.bin"))
    let embedding = try SentenceEncoder(contentsOf: folder.file("weights.bin")).embed("one two")
    #expect(embedding.vector.allSatisfy { $0 == 0 })
  }

  @Test("A missing file is reported with the places that were tried")
  func missing() throws {
    let folder = try TemporaryFolder()
    var search = EncoderResourceSearch(environment: [:])
    search.folders = [folder.url]
    search.sourceFolder = folder.file("sources")
    do {
      _ = try search.find()
      Issue.record("found a file")
    } catch {
      #expect(error.kind == .missing)
      #expect(error.description.contains("swift-llm-spec_SemanticSimilarity.resources/SentenceEncoder/weights.bin"))
      #expect(error.description.contains("LLMSPEC_ENCODER"))
    }
  }

  @Test("The file is found in a bundle of either build system, in the sources, and where the environment says")
  func found() throws {
    let folder = try TemporaryFolder()
    for name in [
      "swift-llm-spec_SemanticSimilarity.resources/SentenceEncoder/weights.bin",
      "swift-llm-spec_SemanticSimilarity.bundle/SentenceEncoder/weights.bin",
      "swift-llm-spec_SemanticSimilarity.bundle/Contents/Resources/SentenceEncoder/weights.bin",
      "Sources/Resources/SentenceEncoder/weights.bin",
    ] {
      let place = folder.file(name)
      try FileManager.default.createDirectory(
        at: place.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data().write(to: place)
      var search = EncoderResourceSearch(environment: [:])
      search.folders = [folder.url]
      search.sourceFolder = folder.file("Sources")
      #expect(try search.find().path.hasSuffix(name))
      for given in [place, place.deletingLastPathComponent()] {
        search.environment = ["LLMSPEC_ENCODER": given.path]
        search.folders = []
        #expect(try search.find().path.hasSuffix(name))
      }
      try FileManager.default.removeItem(at: place)
    }
  }

  @Test("The file is found beside this program without the sources")
  func withoutSources() throws {
    var search = EncoderResourceSearch(environment: [:])
    search.sourceFolder = URL(filePath: "/nowhere")
    let found = try search.find().path
    #expect(found.contains("swift-llm-spec_SemanticSimilarity"))
  }

  @Test("A wrong path in the environment is an error, not a reason to take another file")
  func wrongEnvironment() throws {
    let search = EncoderResourceSearch(environment: ["LLMSPEC_ENCODER": "/nowhere/weights.bin"])
    #expect(throws: SentenceEncoderError.self) { try search.find() }
  }
}
