import Foundation
import StructuredOutput
import Testing

@Suite("Decoding a JSON value into a type")
struct JSONValueDecodingTests {
  private typealias Order = JSONSchemaOfTypeTests.Order

  private func message<T: Decodable>(_ type: T.Type, _ text: String, form: JSONCodableForm = .standard) throws -> String
  {
    let value = try JSONValue(parsing: text)
    let error = #expect(throws: JSONDecodingError.self) { try value.decoded(as: type, form: form) }
    return error?.description ?? ""
  }

  @Test("Says where a value does not fit, what was expected and what was found")
  func places() throws {
    #expect(
      try message(
        Order.self, #"{"id":"a","state":"open","items":[{"name":"a","price":1},{"name":"b","price":"12 EUR"}]}"#)
        == #""/items/1/price": expected a number, got the string "12 EUR""#)
    #expect(
      try message(Order.self, #"{"id":"a","state":"open","items":[{"price":1}]}"#)
        == #""/items/0": the required property "name" is missing"#)
    #expect(
      try message(Order.self, #"{"id":null,"state":"open","items":[]}"#) == #""/id": expected a string, got null"#)
    #expect(try message(Order.self, "[]") == "the whole value: expected an object, got an empty array")
    let state = try message(Order.self, #"{"id":"a","state":"lost","items":[]}"#)
    #expect(state == #""/state": expected a value of State, got the string "lost""#)
    let number = try message([String: UInt8].self, #"{"a":300}"#)
    #expect(number == #""/a": expected a number that its type can hold, got the number 300"#)
  }

  @Test("Names keys as they stand in the JSON")
  func snakeCase() throws {
    struct Line: Decodable {
      struct Price: Decodable { var netAmount: Int }
      var unitPrice: Price
    }
    let form = JSONCodableForm(keys: .snakeCase)
    #expect(
      try message(Line.self, #"{"unit_price":{"net_amount":"a"}}"#, form: form)
        == #""/unit_price/net_amount": expected a whole number, got the string "a""#)
    #expect(
      try message(Line.self, #"{"unit_price":{}}"#, form: form)
        == #""/unit_price": the required property "net_amount" is missing"#)
  }

  @Test("Keeps the digits of numbers")
  func exactNumbers() throws {
    #expect(try JSONValue(parsing: "9223372036854775807").decoded(as: Int64.self) == .max)
    #expect(try JSONValue(parsing: "18446744073709551615").decoded(as: UInt64.self) == .max)
    #expect(
      try JSONValue(parsing: "0.1000000000000000000001").decoded(as: Decimal.self).description
        == "0.1000000000000000000001")
    #expect(
      try message([[Int]].self, "[[1,2],[3,1e30,5],[6]]")
        == #""/1/1": expected a number that its type can hold, got the number 1e30"#)
    #expect(throws: JSONDecodingError.self) { try JSONValue(parsing: "9223372036854775808").decoded(as: Int64.self) }
  }

  @Test("Reads dates with and without fractions of a second")
  func dates() throws {
    let whole = try JSONValue.string("2026-01-31T12:00:00Z").decoded(as: Date.self)
    let fraction = try JSONValue.string("2026-01-31T12:00:00.500Z").decoded(as: Date.self)
    #expect(abs(fraction.timeIntervalSince(whole) - 0.5) < 0.001)
    #expect(try message(Date.self, #""tomorrow""#).contains("RFC 3339"))
  }

  @Test("Decodes documents, and leaves JSON as it is")
  func documents() throws {
    let document = try JSONDocument(parsing: #"{"b":1.0,"a":2}"#)
    #expect(try document.decoded(as: [String: Double].self) == ["a": 2, "b": 1])
    #expect(try document.decoded(as: JSONValue.self).compactText == #"{"b":1.0,"a":2}"#)
  }
}
