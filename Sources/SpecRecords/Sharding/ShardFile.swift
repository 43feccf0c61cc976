import DurableFiles
import Foundation

/// What the file of one process of a run says of itself.
public struct ShardFile: Sendable, Hashable {
  /// The file.
  public let url: URL
  /// The run that it was written in.
  public let run: String
  /// The mode of that run.
  public let mode: String
  /// The shard that the process ran; nil where it ran every spec.
  public let shard: SpecShard?
  /// Whether the process left a last record, so that nothing of it is missing.
  public let isWhole: Bool
  /// SHA-256 of its bytes.
  public let hash: ContentHash

  /// Reads a file.
  ///
  /// - Throws: ``RunRecordError`` where it is no record of a run, or cannot be read.
  public init(_ url: URL) throws {
    guard let bytes = try DurableFile.read(url) else {
      throw RunRecordError(description: "\(url.path) is not there.")
    }
    var first: RunRecord?
    var process: ProcessRecord?
    try RunDirectory.read(url) { record in
      if first == nil { first = record }
      if case .process(let record) = record { process = record }
    }
    guard case .process(let opening) = first, let process else {
      throw RunRecordError(description: "\(url.path) is no record of a run: it does not begin with its process.")
    }
    if let text = opening.shard, SpecShard(text) == nil {
      throw RunRecordError(description: "\(url.path) is of the shard \"\(text.prefix(80))\", which is none.")
    }
    self.url = url
    run = opening.run
    mode = opening.mode
    shard = opening.shard.flatMap { SpecShard($0) }
    isWhole = process.duration != nil
    hash = SHA256.hash(bytes)
  }
}
