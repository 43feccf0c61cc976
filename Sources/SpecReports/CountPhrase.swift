/// Whole numbers as people read them: grouped, and with a noun in the right number.
enum CountPhrase {
  /// `1,234 calls`, `1 call`. The plural is made with an s.
  static func of(_ count: Int, _ noun: String) -> String { "\(grouped(count)) \(noun)\(count == 1 ? "" : "s")" }

  /// `1,234,567`, whatever the machine's language.
  static func grouped(_ count: Int) -> String {
    let digits = String(count.magnitude)
    var text = count < 0 ? "-" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text += "," }
      text.append(digit)
    }
    return text
  }
}
