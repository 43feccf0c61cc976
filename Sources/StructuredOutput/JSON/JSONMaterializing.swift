/// Makes a value of a document's nodes, without recursion.
///
/// It goes through the nodes from the last to the first, so that a container finds its children made, the first of them on
/// top of a stack that grows downwards: they lie there in their order, ready to be moved into an array of exactly
/// their number.
struct JSONMaterializing: ~Copyable {
  private let bytes: UnsafeBufferPointer<UInt8>
  private var values = DownwardStack<JSONValue>(capacity: 64)
  private var entries = DownwardStack<JSONObject.Entry>(capacity: 64)
  /// The hashes of the entries' keys.
  private var hashes = DownwardStack<UInt32>(capacity: 64)

  private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

  static func value(of nodes: UnsafeBufferPointer<JSONNode>, bytes: UnsafeBufferPointer<UInt8>) -> JSONValue {
    var materializing = JSONMaterializing(bytes)
    return materializing.value(of: nodes)
  }

  private mutating func value(of nodes: UnsafeBufferPointer<JSONNode>) -> JSONValue {
    var index = nodes.count
    while index > 0 {
      index &-= 1
      let node = nodes[index]
      switch node.kind {
      case .null: values.push(.null)
      case .false: values.push(.bool(false))
      case .true: values.push(.bool(true))
      case .integer:
        values.push(.number(JSONNumber(checked: String(Int64(bitPattern: node.payload)))))
      case .decimal: values.push(.number(JSONNumber(checked: text(of: node))))
      case .string: values.push(.string(text(of: node)))
      case .array: values.push(.array(values.popArray(Int(node.count))))
      case .object: values.push(.object(object(Int(node.count))))
      case .key:
        hashes.push(UInt32(truncatingIfNeeded: node.payload &>> 32))
        entries.push(JSONObject.Entry(key: text(of: node), value: values.pop()))
      }
    }
    return values.pop()
  }

  @inline(__always)
  private mutating func object(_ count: Int) -> JSONObject {
    var areDistinct = true
    if count <= JSONObject.scannedKeys {
      for later in 1..<max(count, 1) {
        for earlier in 0..<later where hashes.top[earlier] == hashes.top[later] { areDistinct = false }
      }
    }
    hashes.drop(count)
    return JSONObject(parsed: entries.popArray(count), areDistinct: areDistinct)
  }

  @inline(__always)
  private func text(of node: JSONNode) -> String {
    let start = Int(UInt32(truncatingIfNeeded: node.payload))
    let text = UnsafeBufferPointer(rebasing: bytes[start..<start + Int(node.count)])
    // The bytes are known to be UTF-8, and a copy that is not checked a second time costs half as much.
    if #available(macOS 26, iOS 26, tvOS 26, watchOS 26, visionOS 26, *) {
      return String(copying: UTF8Span(unchecked: text.span, isKnownASCII: node.flags & JSONNode.isASCII != 0))
    }
    return String(decoding: text, as: UTF8.self)
  }
}

/// A stack whose top is its lowest address, so that what was pushed last stands first.
private struct DownwardStack<Element>: ~Copyable {
  private var start: UnsafeMutablePointer<Element>
  private var end: UnsafeMutablePointer<Element>
  private(set) var top: UnsafeMutablePointer<Element>

  init(capacity: Int) {
    start = .allocate(capacity: capacity)
    end = start + capacity
    top = end
  }

  deinit {
    top.deinitialize(count: end - top)
    start.deallocate()
  }

  @inline(__always)
  mutating func push(_ element: consuming Element) {
    if top == start { grow() }
    top -= 1
    top.initialize(to: element)
  }

  @inline(__always)
  mutating func pop() -> Element {
    precondition(top < end)
    top += 1
    return (top - 1).move()
  }

  /// Moves so many elements from the top into an array.
  @inline(__always)
  mutating func popArray(_ count: Int) -> [Element] {
    precondition(count <= end - top)
    let moved = top
    top += count
    if count <= 32 {
      // Short arrays are made twice as fast this way: the one below looks up the buffer's type anew each time.
      var elements: [Element] = []
      elements.reserveCapacity(count)
      for index in 0..<count { elements.append((moved + index).move()) }
      return elements
    }
    return [Element](unsafeUninitializedCapacity: count) { (buffer, initialized) in
      buffer.baseAddress?.moveInitialize(from: moved, count: count)
      initialized = count
    }
  }

  /// Takes so many elements from the top.
  @inline(__always)
  mutating func drop(_ count: Int) {
    precondition(count <= end - top)
    top.deinitialize(count: count)
    top += count
  }

  @inline(never)
  private mutating func grow() {
    let count = end - top
    let capacity = count * 2
    let larger = UnsafeMutablePointer<Element>.allocate(capacity: capacity)
    (larger + capacity - count).moveInitialize(from: top, count: count)
    start.deallocate()
    start = larger
    end = larger + capacity
    top = end - count
  }
}
