import Foundation
import StructuredOutput

/// A value that can be the correct answer, and how answers are compared with it unless told otherwise.
///
/// A type of an app's own becomes one by saying how it is written:
///
/// ```swift
/// extension Topic: CorrectAnswer {
///   var correctAnswerText: String { rawValue }
///   static var correctnessMatcher: CorrectnessMatcher { .containing }
/// }
/// ```
public protocol CorrectAnswer: Sendable {
  /// The value as an answer would state it.
  var correctAnswerText: String { get }
  /// What counts as the same.
  static var correctnessMatcher: CorrectnessMatcher { get }
}

extension String: CorrectAnswer {
  /// The text itself.
  public var correctAnswerText: String { self }
  /// Case, spacing, articles and punctuation do not matter.
  public static var correctnessMatcher: CorrectnessMatcher { .normalized }
}

extension Int: CorrectAnswer {
  /// The number in digits.
  public var correctAnswerText: String { String(self) }
  /// The answer's number, exactly.
  public static var correctnessMatcher: CorrectnessMatcher { .number }
}

extension Double: CorrectAnswer {
  /// The shortest text of the number.
  public var correctAnswerText: String { description }
  /// The answer's number, exactly; see ``CorrectnessMatcher/number(tolerance:)``.
  public static var correctnessMatcher: CorrectnessMatcher { .number }
}

extension Bool: CorrectAnswer {
  /// "yes" or "no".
  public var correctAnswerText: String { self ? "yes" : "no" }
  /// What the answer says, yes or no.
  public static var correctnessMatcher: CorrectnessMatcher { .boolean }
}

extension DateComponents: CorrectAnswer {
  /// The year, month and day, as far as they are set: "5 March 2026". Empty where they are no date.
  public var correctAnswerText: String { DayText.text(year: year, month: month, day: day) ?? "" }
  /// The answer's date, in any notation.
  public static var correctnessMatcher: CorrectnessMatcher { .date }
}

extension JSONValue: CorrectAnswer {
  /// The value as compact JSON.
  public var correctAnswerText: String { compactText }
  /// The answer's JSON, by value.
  public static var correctnessMatcher: CorrectnessMatcher { .json }
}

extension Array: CorrectAnswer where Element == String {
  /// The items as a JSON array, so that a comma in one parts nothing.
  public var correctAnswerText: String { JSONValue.array(map { .string($0) }).compactText }
  /// The answer's items, in this order.
  public static var correctnessMatcher: CorrectnessMatcher { .list }
}

extension Set: CorrectAnswer where Element == String {
  /// The items as a JSON array.
  public var correctAnswerText: String { sorted().correctAnswerText }
  /// The answer's items, in any order.
  public static var correctnessMatcher: CorrectnessMatcher { .set }
}
