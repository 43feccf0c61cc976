/// Unicode in letters, digits and hyphens: the Bootstring of RFC 3492 with the parameters of its section 5.
///
/// Both directions insert into the middle of an array, so the callers see to it that labels are short.
enum Punycode {
  /// What begins an A-label (RFC 5890, section 2.3.2.1).
  static let prefix: StaticString = "xn--"

  private static let base = 36
  private static let lowest = 1
  private static let highest = 26
  private static let firstBias = 72
  private static let firstScalar = 128

  /// Whether a label begins as an A-label does, in letters of either case.
  static func hasPrefix(_ label: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    label.count >= 4 && zip(label, "xn--".utf8).allSatisfy { $0 == $1 || ($0 < 0x5B && $0 | 0x20 == $1) }
  }

  /// Decodes what follows the prefix (section 6.2); nil where it is malformed or names what is no scalar.
  static func decode(_ input: [UInt8]) -> [Unicode.Scalar]? {
    var output: [Unicode.Scalar] = []
    var index = 0
    if let hyphen = input.lastIndex(of: UInt8(ascii: "-")) {
      output = input[..<hyphen].map { Unicode.Scalar($0) }
      index = hyphen + 1
    }
    var scalar = firstScalar
    var bias = firstBias
    var position = 0
    while index < input.count {
      let start = position
      var weight = 1
      var step = base
      while true {
        guard index < input.count, let digit = value(of: input[index]) else { return nil }
        index += 1
        let (product, overflows) = digit.multipliedReportingOverflow(by: weight)
        let (sum, carries) = position.addingReportingOverflow(product)
        if overflows || carries { return nil }
        position = sum
        let threshold = threshold(step, bias)
        if digit < threshold { break }
        let (next, isTooMuch) = weight.multipliedReportingOverflow(by: base - threshold)
        if isTooMuch { return nil }
        weight = next
        step += base
      }
      let count = output.count + 1
      bias = adapted(position - start, count: count, isFirst: start == 0)
      let (next, overflows) = scalar.addingReportingOverflow(position / count)
      guard !overflows, next <= 0x10FFFF, let inserted = Unicode.Scalar(UInt32(next)) else { return nil }
      scalar = next
      position %= count
      output.insert(inserted, at: position)
      position += 1
    }
    return output
  }

  /// Encodes a label, without the prefix (section 6.3); nil where it is too long for any label.
  static func encode(_ input: [Unicode.Scalar]) -> [UInt8]? {
    guard input.count <= 63 else { return nil }
    var output = input.filter(\.isASCII).map { UInt8($0.value) }
    var handled = output.count
    let basic = handled
    if basic > 0 { output.append(UInt8(ascii: "-")) }
    var scalar = firstScalar
    var bias = firstBias
    // At most 63 times 0x10FFFF: far from overflow.
    var delta = 0
    while handled < input.count {
      guard let next = input.lazy.map({ Int($0.value) }).filter({ $0 >= scalar }).min() else { return nil }
      delta += (next - scalar) * (handled + 1)
      scalar = next
      for item in input {
        if item.value < UInt32(scalar) { delta += 1 }
        guard item.value == UInt32(scalar) else { continue }
        var rest = delta
        var step = base
        while true {
          let threshold = threshold(step, bias)
          if rest < threshold { break }
          output.append(digit(threshold + (rest - threshold) % (base - threshold)))
          rest = (rest - threshold) / (base - threshold)
          step += base
        }
        output.append(digit(rest))
        bias = adapted(delta, count: handled + 1, isFirst: handled == basic)
        delta = 0
        handled += 1
      }
      delta += 1
      scalar += 1
    }
    return output
  }

  private static func threshold(_ step: Int, _ bias: Int) -> Int { min(max(step - bias, lowest), highest) }

  /// The bias for the next delta (section 6.1).
  private static func adapted(_ delta: Int, count: Int, isFirst: Bool) -> Int {
    var delta = isFirst ? delta / 700 : delta / 2
    delta += delta / count
    var step = 0
    while delta > (base - lowest) * highest / 2 {
      delta /= base - lowest
      step += base
    }
    return step + (base - lowest + 1) * delta / (delta + 38)
  }

  private static func value(of byte: UInt8) -> Int? {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"): Int(byte - UInt8(ascii: "a"))
    case UInt8(ascii: "A")...UInt8(ascii: "Z"): Int(byte - UInt8(ascii: "A"))
    case UInt8(ascii: "0")...UInt8(ascii: "9"): Int(byte - UInt8(ascii: "0")) + 26
    default: nil
    }
  }

  private static func digit(_ value: Int) -> UInt8 { UInt8(value < 26 ? value + 97 : value + 22) }
}
