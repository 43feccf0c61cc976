/// How some keys' objects are reached from the root: a tree, which takes a few words for each container on the way.
struct JSONContainerPaths: Sendable {
  private enum Step {
    case root
    /// The node of the key under which a container stands.
    case key(Int)
    /// The position of a container in an array.
    case index(Int)
  }

  private var tree: [(around: Int, step: Step)] = []
  /// For each key the place of its object, for ``pointer(to:in:bytes:)``.
  private(set) var containers: [Int] = []

  /// A container on the way to the next key.
  private struct Open {
    var place: Int
    /// The index of the node behind its last descendant.
    var end: Int
    /// Its last key's node, or how many elements were passed.
    var key = -1
    var elements = 0
  }

  /// Goes through the nodes once; what holds none of the keys is stepped over.
  /// - Parameter keys: indices of nodes, ascending.
  init(ofKeys keys: [Int], in nodes: UnsafeBufferPointer<JSONNode>) {
    containers.reserveCapacity(keys.count)
    var outer: [Open] = []
    var open = Open(place: -1, end: nodes.count)
    var index = 0
    while containers.count < keys.count {
      while index >= open.end, let last = outer.popLast() { open = last }
      let node = nodes[index]
      if node.kind == .key {
        if index == keys[containers.count] { containers.append(open.place) }
        open.key = index
        index += 1
        continue
      }
      let end = node.end(at: index)
      if keys[containers.count] < end {
        let step: Step = outer.isEmpty ? .root : open.key >= 0 ? .key(open.key) : .index(open.elements)
        tree.append((open.place, step))
        open.elements += 1
        outer.append(open)
        open = Open(place: tree.count - 1, end: end)
        index += 1
      } else {
        open.elements += 1
        index = end
      }
    }
  }

  /// The JSON Pointer (RFC 6901) of a container; empty for the root.
  func pointer(
    to container: Int, in nodes: UnsafeBufferPointer<JSONNode>, bytes: UnsafeBufferPointer<UInt8>
  ) -> String {
    var steps: [Step] = []
    var place = container
    while place >= 0 {
      steps.append(tree[place].step)
      place = tree[place].around
    }
    var pointer: [UInt8] = []
    for step in steps.reversed() {
      switch step {
      case .root: break
      case .key(let key):
        pointer.append(UInt8(ascii: "/"))
        Self.append(nodes[key].text(in: bytes), to: &pointer)
      case .index(let index):
        pointer.append(UInt8(ascii: "/"))
        pointer.append(contentsOf: String(index).utf8)
      }
    }
    return String(decoding: pointer, as: UTF8.self)
  }

  private static func append(_ token: UnsafeBufferPointer<UInt8>, to pointer: inout [UInt8]) {
    for byte in token {
      switch byte {
      case UInt8(ascii: "~"): pointer.append(contentsOf: "~0".utf8)
      case UInt8(ascii: "/"): pointer.append(contentsOf: "~1".utf8)
      default: pointer.append(byte)
      }
    }
  }
}
