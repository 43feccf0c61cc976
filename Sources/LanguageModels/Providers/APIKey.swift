import Foundation

/// A key for a provider, or the name of the environment variable that holds one.
///
/// It is looked up only when a request is really sent, and its description never shows it.
public struct APIKey: Sendable, CustomStringConvertible, CustomDebugStringConvertible {
  private enum Source: Sendable {
    case value(String)
    case environment(String)
  }

  private let source: Source

  /// A key that the app got from a place of its own, such as a keychain.
  public static func value(_ key: String) -> APIKey { APIKey(source: .value(key)) }

  /// The key that stands in an environment variable at the time of the call.
  public static func environment(_ variable: String) -> APIKey { APIKey(source: .environment(variable)) }

  /// The variable that holds the key; nil for a given one.
  var variable: String? {
    if case .environment(let variable) = source { variable } else { nil }
  }

  /// The key without the white space around it; nil where there is none.
  func value(in environment: [String: String]) -> String? {
    let key =
      switch source {
      case .value(let key): key
      case .environment(let variable): environment[variable] ?? ""
      }
    // A file or a shell that the key came through often leaves a line end behind.
    let trimmed = key.trimmingCharacters(in: .whitespacesAndNewlines)
    return trimmed.isEmpty ? nil : trimmed
  }

  /// Where the key comes from, never the key.
  public var description: String {
    switch source {
    case .value: "a given key"
    case .environment(let variable): "$\(variable)"
    }
  }

  /// Where the key comes from, never the key.
  public var debugDescription: String { description }
}
