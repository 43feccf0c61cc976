import DurableFiles
import Foundation

/// One of the parts into which the specs are divided among machines: `2/8` is the second of eight.
///
/// Which part a spec belongs to depends on its name and on how many parts there are, and on nothing else: adding a spec
/// moves no other one, and every machine comes to the same answer by itself.
public struct SpecShard: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// The variable that names the shard of a process.
  public static let variable = "LLMSPEC_SHARD"
  /// The most parts that there may be.
  public static let largestCount = 10_000

  /// Which part it is, from 1.
  public let index: Int
  /// How many parts there are.
  public let count: Int

  /// Makes a shard; nil unless `1 ≤ index ≤ count ≤` ``largestCount``.
  public init?(index: Int, count: Int) {
    guard count >= 1, count <= Self.largestCount, index >= 1, index <= count else { return nil }
    self.index = index
    self.count = count
  }

  /// Reads a shard as ``description`` writes it; nil for any other text.
  public init?(_ text: String) {
    let parts = text.split(separator: "/", omittingEmptySubsequences: false)
    guard parts.count == 2, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
      let index = Int(parts[0]), let count = Int(parts[1])
    else { return nil }
    self.init(index: index, count: count)
  }

  /// The shard that `LLMSPEC_SHARD` names; nil where it is not set or empty: then every spec runs.
  ///
  /// - Throws: ``SpecShardError`` for a value that is no shard. It must not be taken for none, nor for all.
  public static func current(
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(SpecShardError) -> SpecShard? {
    guard let text = environment[variable], !text.isEmpty else { return nil }
    guard let shard = SpecShard(text) else { throw SpecShardError(value: text) }
    return shard
  }

  /// The shard that a spec belongs to where there are `count` of them: 1 + (SHA-256 of its name mod `count`).
  ///
  /// - Parameters:
  ///   - spec: The spec's name, as in ``SpecIdentity/description``.
  ///   - count: How many shards there are; less than 1 counts as 1, more than ``largestCount`` as that.
  public static func owner(of spec: String, count: Int) -> SpecShard {
    let count = min(max(1, count), largestCount)
    // The digest is one number of 32 digits to the base 256, the most significant first.
    let remainder = SHA256.hash(spec).bytes.reduce(0) { ($0 * 256 + Int($1)) % count }
    return SpecShard(number: remainder + 1, of: count)
  }

  private init(number: Int, of count: Int) {
    index = number
    self.count = count
  }

  /// Whether a spec belongs to this shard.
  public func holds(_ spec: String) -> Bool { Self.owner(of: spec, count: count) == self }

  /// The shard as `LLMSPEC_SHARD` spells it: `2/8`.
  public var description: String { "\(index)/\(count)" }

  /// By the number of shards, then by which it is.
  public static func < (left: SpecShard, right: SpecShard) -> Bool {
    (left.count, left.index) < (right.count, right.index)
  }
}

/// A value of `LLMSPEC_SHARD` that names no shard.
public struct SpecShardError: Error, Sendable, Hashable, CustomStringConvertible {
  /// The value, at most 80 characters of it.
  public let value: String

  init(value: String) { self.value = String(value.prefix(80)) }

  /// What is wrong and what to write instead.
  public var description: String {
    let shown = value.unicodeScalars.map { $0.properties.generalCategory == .control ? "?" : String($0) }.joined()
    return """
      \(SpecShard.variable) is "\(shown)", which is no shard: write which one and how many there are, from 1/8 to 8/8. \
      Unset it to run every spec.
      """
  }
}
