import StructuredOutput

/// A declared pattern, compiled once.
struct CustomPattern: Sendable, Hashable {
  private let source: String
  private let search: TextPatternSearch?
  private let fault: String

  init(_ source: String) {
    self.source = source
    do throws(TextPatternError) {
      search = try TextPatternSearch(source)
      fault = ""
    } catch {
      search = nil
      fault = "\(error)"
    }
  }

  static func == (left: CustomPattern, right: CustomPattern) -> Bool { left.source == right.source }

  func hash(into hasher: inout Hasher) { hasher.combine(source) }

  func findings(
    in bytes: UnsafeBufferPointer<UInt8>, name: String
  ) throws(UnsearchedText) -> [PersonalDataFinding] {
    guard let search else { throw UnsearchedText(reason: "the redactor \"\(name)\" cannot be used: \(fault)") }
    guard let ranges = search.ranges(in: bytes) else {
      throw UnsearchedText(
        reason: """
          the redactor "\(name)" did not come to an end with its pattern in \(bytes.count) bytes; write the pattern so \
          that there are fewer ways to match
          """)
    }
    return ranges.map { range in
      PersonalDataFinding(
        range: range, value: String(decoding: UnsafeBufferPointer(rebasing: bytes[range]), as: UTF8.self))
    }
  }
}
