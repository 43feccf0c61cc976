/// US dollars as people read them.
enum MoneyPhrase {
  /// `$1,234.50`; below one cent with four places, `$0.0012`, and never as nothing when it is something.
  static func of(_ dollars: Double) -> String {
    guard dollars.isFinite, dollars > 0 else { return "$0.00" }
    guard dollars < 1e12 else { return "over $1,000,000,000,000" }
    if dollars < 0.000_05 { return "under $0.0001" }
    if dollars < 0.009_95 { return "$0." + padded(Int((dollars * 10_000).rounded()), to: 4) }
    let cents = Int((dollars * 100).rounded())
    return "$\(CountPhrase.grouped(cents / 100)).\(padded(cents % 100, to: 2))"
  }

  private static func padded(_ number: Int, to width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}
