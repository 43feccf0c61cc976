extension StructureValidator {
  /// The text has a number of lines, blank ones included: `.lines(1...1)`.
  ///
  /// A line feed, a carriage return or both end a line; at the end of the text they begin no further one.
  public static func lines(_ range: some RangeExpression<Int> & Sendable) -> StructureValidator {
    counting("line", in: range) { text in
      var count = 0
      var last: UInt8 = 0x0A
      for byte in text.utf8 {
        if byte == 0x0D || byte == 0x0A && last != 0x0D { count += 1 }
        last = byte
      }
      return text.isEmpty || last == 0x0A || last == 0x0D ? count : count + 1
    }
  }
}
