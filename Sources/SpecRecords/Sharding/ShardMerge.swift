import DurableFiles
import Foundation

/// Which files of several machines' runs make up one run, and what is missing of it.
public struct ShardMerge: Sendable {
  /// A shard that several runs hold.
  public struct Duplicate: Sendable, Hashable {
    /// The shard.
    public let shard: SpecShard
    /// The folders that it was found in, in the order in which they were given.
    public let folders: [URL]
    /// The one that counts.
    public let counted: URL
  }

  /// How many shards there are.
  public let count: Int
  /// The mode of all of them.
  public let mode: String
  /// The run that the merged one is named after.
  public let firstRun: String
  /// The files that count, in the order of their shards; of equal ones one.
  public let files: [ShardFile]
  /// The shards of which there is no file.
  public let missing: [SpecShard]
  /// The shards that different runs hold.
  public let duplicates: [Duplicate]
  /// The files of processes that ended before they could say so.
  public let cutOff: [ShardFile]

  /// Puts files of runs together.
  ///
  /// Where a shard stands in several folders, as after a second attempt, that of the later run counts: by the names of
  /// the runs, which begin with their time; of equal names, the folder that is given last.
  ///
  /// - Throws: ``ShardMergeError`` where the files do not belong together.
  public init(_ files: [ShardFile]) throws(ShardMergeError) {
    guard let first = files.first else { throw ShardMergeError("There are no records to merge.") }
    if let other = files.first(where: { $0.mode != first.mode }) {
      throw ShardMergeError(
        """
        The runs do not belong together: \(first.url.path) is of mode \(first.mode), \(other.url.path) of mode \
        \(other.mode).
        """)
    }
    if let whole = files.first(where: { $0.shard == nil }) {
      throw ShardMergeError(
        "\(whole.url.path) is of a run that was not divided: \(SpecShard.variable) was not set where it ran.")
    }
    let count = first.shard?.count ?? 1
    if let other = files.first(where: { $0.shard?.count != count }), let shard = other.shard {
      throw ShardMergeError(
        """
        The runs do not belong together: \(first.url.path) is one of \(count) shards, \(other.url.path) one of \
        \(shard.count).
        """)
    }
    let filesOfShard = Dictionary(grouping: files, by: \.shard)
    var chosen: [ShardFile] = []
    var missing: [SpecShard] = []
    var duplicates: [Duplicate] = []
    for index in 1...count {
      guard let shard = SpecShard(index: index, count: count) else { continue }
      let folders = Self.folders(of: filesOfShard[shard] ?? [])
      guard let (latest, duplicate) = Self.choice(among: folders, of: shard) else {
        missing.append(shard)
        continue
      }
      chosen += latest
      if let duplicate { duplicates.append(duplicate) }
    }
    self.count = count
    mode = first.mode
    firstRun = files.map(\.run).min() ?? first.run
    self.files = chosen
    self.missing = missing
    self.duplicates = duplicates
    cutOff = chosen.filter { !$0.isWhole }
  }

  private typealias Folder = (url: URL, files: [ShardFile])

  /// The files of one shard by the folder that they stand in, each content once.
  private static func folders(of files: [ShardFile]) -> [Folder] {
    var folders: [Folder] = []
    for file in files {
      let url = file.url.deletingLastPathComponent().standardizedFileURL
      if let index = folders.firstIndex(where: { $0.url == url }) {
        if !folders[index].files.contains(where: { $0.hash == file.hash }) { folders[index].files.append(file) }
      } else {
        folders.append((url, [file]))
      }
    }
    return folders
  }

  private static func choice(
    among folders: [Folder], of shard: SpecShard
  ) -> (files: [ShardFile], duplicate: Duplicate?)? {
    guard var latest = folders.first else { return nil }
    func run(_ folder: Folder) -> String { folder.files.map(\.run).max() ?? "" }
    func content(_ folder: Folder) -> Set<ContentHash> { Set(folder.files.map(\.hash)) }
    for folder in folders.dropFirst() where run(folder) >= run(latest) { latest = folder }
    let files = latest.files.sorted { $0.hash < $1.hash }
    // One and the same attempt, given twice.
    if folders.allSatisfy({ content($0) == content(latest) }) { return (files, nil) }
    return (files, Duplicate(shard: shard, folders: folders.map(\.url), counted: latest.url))
  }
}

/// Why runs cannot be merged.
public struct ShardMergeError: Error, Sendable, CustomStringConvertible {
  /// Which runs, and what is wrong.
  public let description: String

  init(_ description: String) { self.description = description }
}
