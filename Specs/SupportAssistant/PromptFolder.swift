import Foundation

/// The prompts of the assistant: one Markdown file each, so that whoever writes them needs no Swift.
public struct PromptFolder: Sendable {
  private let folder: URL

  /// Names a folder of prompts.
  public init(_ folder: URL) { self.folder = folder }

  /// The folder beside this example's source.
  public static let ofThisExample = PromptFolder(
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent().appending(path: "Prompts"))

  /// A prompt's text, without the line end of its file.
  public func text(_ name: String) throws -> String {
    let text = try String(contentsOf: folder.appending(path: "\(name).md"), encoding: .utf8)
    return text.trimmingCharacters(in: .newlines)
  }
}
