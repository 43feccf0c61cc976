import Foundation

/// Finds the file of weights wherever the program runs from.
///
/// `Bundle.module` would end the process when the bundle is gone, and a bundle has another name under each build
/// system; so the places are looked through here.
struct EncoderResourceSearch {
  /// Names the file, or the folder that holds it; nothing else is looked at then.
  static let variable = "LLMSPEC_ENCODER"

  private static let bundleNames = ["resources", "bundle"].map { "swift-llm-spec_SemanticSimilarity.\($0)" }
  private static let file = "SentenceEncoder/weights.bin"

  var environment: [String: String]
  var folders: [URL]
  /// Where the source of this package stood when it was built.
  var sourceFolder: URL

  /// The places of this process.
  init(environment: [String: String]) {
    self.environment = environment
    var folders: [URL] = []
    for bundle in [Bundle.main, Bundle(for: SentenceEncoder.self)] + Bundle.allBundles {
      folders += [bundle.resourceURL, bundle.bundleURL, bundle.bundleURL.deletingLastPathComponent()].compactMap { $0 }
      if let executable = bundle.executableURL {
        folders += [executable, executable.resolvingSymlinksInPath()].map { $0.deletingLastPathComponent() }
      }
    }
    self.folders = folders
    sourceFolder = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  }

  private var given: String? { environment[Self.variable].flatMap { $0.isEmpty ? nil : $0 } }

  /// Every path that is tried, in order and once.
  var candidates: [URL] {
    if let given {
      let url = URL(filePath: given)
      return [url, url.appending(path: "weights.bin"), url.appending(path: Self.file)]
    }
    var candidates: [URL] = []
    for folder in folders {
      for name in Self.bundleNames {
        candidates.append(folder.appending(path: "\(name)/\(Self.file)"))
        candidates.append(folder.appending(path: "\(name)/Contents/Resources/\(Self.file)"))
      }
      // The resource folder of this module's own bundle.
      candidates.append(folder.appending(path: Self.file))
    }
    candidates.append(sourceFolder.appending(path: "Resources/\(Self.file)"))
    var seen: Set<String> = []
    return candidates.map(\.standardizedFileURL).filter { seen.insert($0.path).inserted }
  }

  /// The first file that is there.
  func find() throws(SentenceEncoderError) -> URL {
    let candidates = candidates
    for candidate in candidates {
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: candidate.path, isDirectory: &isFolder), !isFolder.boolValue {
        return candidate
      }
    }
    throw .missing(tried: candidates.map(\.path), isGiven: given != nil)
  }
}
