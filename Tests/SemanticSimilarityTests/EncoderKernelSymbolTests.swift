import Foundation
import Testing

@testable import SemanticSimilarity

/// The linker keeps one of each weak symbol. If it kept an AVX copy of a helper that other code calls too, that code
/// would end with an illegal instruction on an older processor.
@Suite("Symbols of the copy for AVX2")
struct EncoderKernelSymbolTests {
  @Test(
    "Its objects define nothing that another object could share",
    arguments: ["SemanticSimilarityAVX2"])
  func noSharedCode(target: String) throws {
    #if os(Linux) && arch(x86_64)
      guard let folder = objectFolder(of: target), let nm = tool("nm") ?? tool("llvm-nm") else { return }
      let objects = try FileManager.default.contentsOfDirectory(atPath: folder.path).filter { $0.hasSuffix(".o") }
      let symbols = try run(nm, ["--defined-only"] + objects.map { folder.appending(path: $0).path })
        .split(separator: "\n")
      #expect(symbols.contains { $0.contains("kernelRun") })
      let shared = symbols.filter { line in
        // "address type name"; W and u are weak or unique code, V is weak data.
        let parts = line.split(separator: " ")
        return parts.count == 3 && ["W", "w", "u"].contains(parts[1])
      }
      #expect(shared.isEmpty, "\(shared)")
    #endif
  }

  private func objectFolder(of target: String) -> URL? {
    guard let executable = Bundle.main.executableURL?.resolvingSymlinksInPath() else { return nil }
    let folder = executable.deletingLastPathComponent().appending(path: "\(target).build")
    return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
  }

  private func tool(_ name: String) -> URL? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin"
    return path.split(separator: ":").map { URL(filePath: String($0)).appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }

  private func run(_ tool: URL, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = tool
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = try pipe.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}
