import DurableFiles
import Foundation

/// What lies in the folder of all fixtures, file by file in the order of the paths. Hidden files and what links to
/// folders lead to are left out: a link may lead in a circle.
struct FixtureFolder {
  struct Item {
    var url: URL
    /// From the package's root.
    var path: String
  }

  /// The media of one test: images and sounds that its exchanges refer to.
  struct Media {
    var folder: Item
    /// The fixture that they belong to, whether or not it is there.
    var fixture: String
    var files: [Item]
  }

  /// From the package's root.
  let path: String
  let exists: Bool
  private(set) var fixtures: [Item] = []
  /// By the fixture that they belong to.
  private(set) var media: [String: Media] = [:]
  /// Folders that cannot be listed, and why.
  private(set) var unlistable: [(path: String, reason: String)] = []

  /// What the paths of all files begin with.
  let prefix: String

  private static let mediaExtension = ".media"

  init(_ url: URL, root: PackageRoot) {
    path = root.relativePath(of: url)
    let isRoot = url.standardizedFileURL.path == root.url.path
    prefix = isRoot ? "" : path + "/"
    var isFolder: ObjCBool = false
    exists = FileManager.default.fileExists(atPath: url.path, isDirectory: &isFolder) && isFolder.boolValue
    guard exists else { return }
    var open = [(item: Item(url: url, path: isRoot ? "" : path), isFolder: true)]
    while let (item, isFolder) = open.popLast() {
      guard isFolder else {
        fixtures.append(item)
        continue
      }
      let isMedia = item.path.hasSuffix(Self.mediaExtension) && item.url != url
      guard let listing = list(item) else { continue }
      if isMedia {
        let fixture = String(item.path.dropLast(Self.mediaExtension.count)) + ".json"
        let files = listing.items.filter { $0.kind != .folder && !$0.name.hasPrefix(".") }
        media[fixture] = Media(folder: item, fixture: fixture, files: files.map { Self.child(of: item, $0.name) })
        continue
      }
      for entry in listing.items.reversed() where !entry.name.hasPrefix(".") {
        if entry.kind == .folder {
          open.append((Self.child(of: item, entry.name), true))
        } else if entry.name.hasSuffix(".json"), entry.kind != .other,
          item.url != url || entry.name != FixtureSettings.fileName
        {
          open.append((Self.child(of: item, entry.name), false))
        }
      }
    }
  }

  private static func child(of item: Item, _ name: String) -> Item {
    Item(
      url: item.url.appending(path: name, directoryHint: .notDirectory),
      path: item.path.isEmpty ? name : "\(item.path)/\(name)")
  }

  private mutating func list(_ item: Item) -> FolderListing? {
    do throws(FileFault) {
      return try FolderListing(item.url)
    } catch {
      unlistable.append((item.path, "the folder cannot be listed: \(error)"))
      return nil
    }
  }
}
