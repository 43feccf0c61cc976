import Foundation

/// The two blocks of memory of a document.
///
/// Sendable because it never changes once it is made, and because nobody else holds the blocks, which it frees.
final class JSONDocumentStorage: @unchecked Sendable {
  let nodes: UnsafeBufferPointer<JSONNode>
  let bytes: UnsafeBufferPointer<UInt8>

  fileprivate init(nodes: UnsafeBufferPointer<JSONNode>, bytes: UnsafeBufferPointer<UInt8>) {
    self.nodes = nodes
    self.bytes = bytes
  }

  deinit {
    free(UnsafeMutableRawPointer(mutating: nodes.baseAddress))
    free(UnsafeMutableRawPointer(mutating: bytes.baseAddress))
  }
}

/// A document while it is written: two blocks that grow as `realloc` does it, large ones without a copy.
///
/// Whoever makes one ends it with ``finish()`` or ``abandon()``.
struct JSONTape {
  /// How many bytes of text a document can hold: what 32 bits address, and what an `Int` holds.
  static let maximumBytes = Int(clamping: UInt32.max)

  private(set) var nodes: UnsafeMutablePointer<JSONNode>
  private(set) var nodeCapacity: Int
  var nodeCount = 0
  private(set) var bytes: UnsafeMutablePointer<UInt8>
  private(set) var byteCapacity: Int
  var byteCount = 0

  init(nodeCapacity: Int, byteCapacity: Int) {
    self.nodeCapacity = max(nodeCapacity, 1)
    self.byteCapacity = max(byteCapacity, 1)
    nodes = Self.block(nil, of: JSONNode.self, count: self.nodeCapacity)
    bytes = Self.block(nil, of: UInt8.self, count: self.byteCapacity)
  }

  /// Makes room for half as many nodes again as there is room for, and for some more.
  mutating func growNodes() {
    nodeCapacity += nodeCapacity / 2 + 64
    nodes = Self.block(nodes, of: JSONNode.self, count: nodeCapacity)
  }

  /// Makes room for so many bytes, and for half as many again as before.
  mutating func growBytes(toHold count: Int) {
    byteCapacity = max(count, byteCapacity + byteCapacity / 2)
    bytes = Self.block(bytes, of: UInt8.self, count: byteCapacity)
  }

  /// Gives back what is not in use and hands over the rest.
  consuming func finish() -> JSONDocumentStorage {
    if nodeCount < nodeCapacity { nodes = Self.block(nodes, of: JSONNode.self, count: max(nodeCount, 1)) }
    if byteCount < byteCapacity { bytes = Self.block(bytes, of: UInt8.self, count: max(byteCount, 1)) }
    return JSONDocumentStorage(
      nodes: UnsafeBufferPointer(start: nodes, count: nodeCount),
      bytes: UnsafeBufferPointer(start: bytes, count: byteCount))
  }

  /// Frees the blocks of a document that does not come to be.
  consuming func abandon() {
    free(nodes)
    free(bytes)
  }

  private static func block<Element: BitwiseCopyable>(
    _ old: UnsafeMutablePointer<Element>?, of type: Element.Type, count: Int
  ) -> UnsafeMutablePointer<Element> {
    let (size, overflow) = count.multipliedReportingOverflow(by: MemoryLayout<Element>.stride)
    guard !overflow, let block = realloc(old, size) else { fatalError("no memory for a JSON document") }
    return block.bindMemory(to: Element.self, capacity: count)
  }
}
