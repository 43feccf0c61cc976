import Foundation
import SemanticSimilarity

/// A day in words: "5 March 2026".
enum DayText {
  static func text(of day: StatedFacts.Day) -> String { text(year: day.year, month: day.month, day: day.day) ?? "" }

  /// Nil where there is nothing to say, or no month or day of that number.
  static func text(year: Int?, month: Int?, day: Int?) -> String? {
    if let month, !(1...12).contains(month) { return nil }
    if let day, !(1...31).contains(day) || month == nil { return nil }
    let parts = [day.map(String.init), month.map { months[$0 - 1] }, year.map(String.init)].compactMap { $0 }
    return parts.isEmpty ? nil : parts.joined(separator: " ")
  }

  private static let months = [
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
    "December",
  ]
}
