extension ParsedArguments {
  /// The value of an option as a number of a range; nil where it is not given.
  func number(_ option: Option, in range: ClosedRange<Double>, verb: String) throws(UsageError) -> Double? {
    guard let text = self[option] else { return nil }
    if let number = Double(text), range.contains(number) { return number }
    let bounds = [range.lowerBound, range.upperBound].map { $0 == $0.rounded() ? "\(Int($0))" : "\($0)" }
    throw UsageError(
      "\(option.name) is \"\(text)\"; it is to be a number from \(bounds[0]) to \(bounds[1]).", verb: verb)
  }
}
