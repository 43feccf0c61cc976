/// Reads scalars from UTF-8, where each byte that belongs to none counts as U+FFFD.
enum ScalarDecoding {
  @inline(__always)
  static func scalar(in text: UnsafeBufferPointer<UInt8>, at place: Int) -> (scalar: UInt32, length: Int) {
    let lead = text[place]
    if lead < 0x80 { return (UInt32(lead), 1) }
    return longScalar(in: text, at: place)
  }

  /// The scalar that ends before a place, which is not the text's start.
  @inline(__always)
  static func scalar(in text: UnsafeBufferPointer<UInt8>, before place: Int) -> (scalar: UInt32, length: Int) {
    let last = text[place - 1]
    if last < 0x80 { return (UInt32(last), 1) }
    for length in 2...4 where length <= place && text[place - length] & 0xC0 != 0x80 {
      let found = longScalar(in: text, at: place - length)
      return found.length == length ? found : (0xFFFD, 1)
    }
    return (0xFFFD, 1)
  }

  private static func longScalar(in text: UnsafeBufferPointer<UInt8>, at place: Int) -> (scalar: UInt32, length: Int) {
    let lead = UInt32(text[place])
    let left = text.count - place
    if lead < 0xE0, lead >= 0xC2, left >= 2, text[place + 1] & 0xC0 == 0x80 {
      return ((lead & 0x1F) << 6 | UInt32(text[place + 1] & 0x3F), 2)
    }
    if lead & 0xF0 == 0xE0, left >= 3, text[place + 1] & 0xC0 == 0x80, text[place + 2] & 0xC0 == 0x80 {
      let scalar = (lead & 0xF) << 12 | UInt32(text[place + 1] & 0x3F) << 6 | UInt32(text[place + 2] & 0x3F)
      if scalar >= 0x800, scalar & 0xF800 != 0xD800 { return (scalar, 3) }
    }
    if lead & 0xF8 == 0xF0, left >= 4, text[place + 1] & 0xC0 == 0x80, text[place + 2] & 0xC0 == 0x80,
      text[place + 3] & 0xC0 == 0x80
    {
      let scalar =
        (lead & 7) << 18 | UInt32(text[place + 1] & 0x3F) << 12 | UInt32(text[place + 2] & 0x3F) << 6
        | UInt32(text[place + 3] & 0x3F)
      if scalar >= 0x10000, scalar <= 0x10FFFF { return (scalar, 4) }
    }
    return (0xFFFD, 1)
  }
}
