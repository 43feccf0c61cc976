/// Writes a value as a document's nodes and bytes, without recursion.
struct JSONFlattening {
  private var tape = JSONTape(nodeCapacity: 64, byteCapacity: 1024)

  /// A container whose children are being written.
  private struct Open {
    var node: Int
    /// How many children are written.
    var position = 0
    var elements: [JSONValue] = []
    var entries: [JSONObject.Entry] = []
  }

  static func storage(of value: JSONValue) -> JSONDocumentStorage {
    var flattening = JSONFlattening()
    flattening.write(value)
    return flattening.tape.finish()
  }

  private mutating func write(_ root: JSONValue) {
    var waiting: [Open] = []
    guard var open = leafOrOpened(root) else { return }
    while true {
      var opened: Open?
      if open.entries.isEmpty {
        while opened == nil, open.position < open.elements.count {
          opened = leafOrOpened(open.elements[open.position])
          open.position &+= 1
        }
      } else {
        while opened == nil, open.position < open.entries.count {
          append(open.entries[open.position].key, as: .key)
          opened = leafOrOpened(open.entries[open.position].value)
          open.position &+= 1
        }
      }
      if let opened {
        waiting.append(open)
        open = opened
        continue
      }
      tape.nodes[open.node].payload = UInt64(tape.nodeCount)
      guard let outer = waiting.popLast() else { return }
      open = outer
    }
  }

  /// Writes a value's node; returns what is to be written behind it where that is a container with children.
  @inline(__always)
  private mutating func leafOrOpened(_ value: JSONValue) -> Open? {
    switch value {
    case .null: append(JSONNode(.null))
    case .bool(let value): append(JSONNode(value ? .true : .false))
    case .number(let number): append(number)
    case .string(let string): append(string, as: .string)
    case .array(let elements):
      let node = tape.nodeCount
      append(JSONNode(.array, count: UInt32(elements.count), payload: UInt64(node &+ 1)))
      if !elements.isEmpty { return Open(node: node, elements: elements) }
    case .object(let object):
      let node = tape.nodeCount
      let entries = object.entries
      append(JSONNode(.object, count: UInt32(entries.count), payload: UInt64(node &+ 1)))
      if !entries.isEmpty { return Open(node: node, entries: entries) }
    }
    return nil
  }

  @inline(__always)
  private mutating func append(_ node: JSONNode) {
    if tape.nodeCount == tape.nodeCapacity { tape.growNodes() }
    tape.nodes[tape.nodeCount] = node
    tape.nodeCount &+= 1
  }

  private mutating func append(_ number: JSONNumber) {
    var text = number.text
    let integer = text.withUTF8 { JSONNumber.canonicalInteger($0) }
    if let integer {
      append(JSONNode(.integer, count: UInt32(text.utf8.count), payload: UInt64(bitPattern: integer)))
    } else {
      append(text, as: .decimal)
    }
  }

  private mutating func append(_ string: String, as kind: JSONNode.Kind) {
    var copy = string
    copy.withUTF8 { text in
      let count = text.count
      let offset = tape.byteCount
      precondition(count <= JSONTape.maximumBytes - offset, "a JSON document holds less than 4 GiB of text")
      if tape.byteCapacity - offset < count { tape.growBytes(toHold: offset + count) }
      let start = tape.bytes + offset
      if let base = text.baseAddress { start.update(from: base, count: count) }
      var high: UInt64 = 0
      var index = 0
      while index &+ 8 <= count {
        high |= UnsafeRawPointer(start + index).loadUnaligned(as: UInt64.self)
        index &+= 8
      }
      while index < count {
        high |= UInt64(start[index])
        index &+= 1
      }
      var payload = UInt64(offset)
      if kind == .key {
        payload |= UInt64(JSONNode.hash(of: UnsafeBufferPointer(start: start, count: count))) << 32
      }
      let isASCII = high & 0x8080_8080_8080_8080 == 0
      append(JSONNode(kind, flags: isASCII ? JSONNode.isASCII : 0, count: UInt32(count), payload: payload))
      tape.byteCount = offset + count
    }
  }
}
