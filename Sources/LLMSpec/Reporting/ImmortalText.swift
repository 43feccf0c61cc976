import Synchronization

/// Texts that live as long as the process, as the `StaticString`s that XCTest asks for.
///
/// A `SourceLocation` names its file with a `String`. Asking every caller for a second, static location would double
/// the signature of every function, so the static form is made here: a pointer to UTF-8 that is never freed, its
/// length, and the flags of a pointer representation, which is the frozen layout of `StaticString` (part of Swift's
/// stable ABI).
enum ImmortalText {
  private static let known = Mutex<[String: StaticString]>([:])

  static func staticString(_ text: String) -> StaticString {
    known.withLock { known in
      if let made = known[text] { return made }
      let made = make(text)
      known[text] = made
      return made
    }
  }

  private static func make(_ text: String) -> StaticString {
    let bytes = Array(text.utf8) + [0]
    let storage = UnsafeMutablePointer<UInt8>.allocate(capacity: bytes.count)
    storage.initialize(from: bytes, count: bytes.count)
    let isASCII = bytes.allSatisfy { $0 < 0x80 }
    typealias Layout = (start: UInt, count: UInt, flags: Int8)
    guard MemoryLayout<StaticString>.size == MemoryLayout<Layout>.size else { return "a file of the test" }
    let layout: Layout = (UInt(bitPattern: storage), UInt(bytes.count - 1), isASCII ? 2 : 0)
    let made = unsafeBitCast(layout, to: StaticString.self)
    // Should the layout ever change, a wrong name must not be printed.
    return made.hasPointerRepresentation && made.utf8CodeUnitCount == bytes.count - 1 ? made : "a file of the test"
  }
}
