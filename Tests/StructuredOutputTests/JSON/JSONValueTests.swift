import Foundation
import StructuredOutput
import Testing

@Suite("JSON values")
struct JSONValueTests {
  private let sample: JSONValue = [
    "name": "tea", "price": 2.5, "tags": ["hot", nil, true], "empty": [[:], []], "count": 12,
  ]

  @Test("Literals keep their order")
  func literals() {
    let name = "x"
    #expect(sample.compactText == #"{"name":"tea","price":2.5,"tags":["hot",null,true],"empty":[{},[]],"count":12}"#)
    #expect(JSONValue("a\(name)") == .string("ax"))
  }

  @Test("Pretty text has two spaces a level and leaves empty ones on one line")
  func pretty() {
    #expect(
      sample.prettyText() == """
        {
          "name": "tea",
          "price": 2.5,
          "tags": [
            "hot",
            null,
            true
          ],
          "empty": [
            {},
            []
          ],
          "count": 12
        }
        """)
    #expect(
      (["b": 1, "a": ["d": 2, "c": 3]] as JSONValue).prettyText(sortedKeys: true).contains("\"c\": 3,\n    \"d\""))
  }

  @Test("Escapes what JSON must and no more")
  func escaping() {
    let value: JSONValue = "\"\\/\u{8}\u{c}\n\r\t\u{1}\u{1f}\u{7f}é😀"
    #expect(value.compactText == #""\"\\/\b\f\n\r\t\u0001\u001f"# + "\u{7f}é😀\"")
  }

  @Test("Access by kind, key and index is nil where it does not fit")
  func access() {
    #expect(sample["price"]?.doubleValue == 2.5)
    #expect(sample["price"]?.intValue == nil)
    #expect(sample["tags"]?[1]?.isNull == true)
    #expect(sample["tags"]?[3] == nil)
    #expect(sample["tags"]?[-1] == nil)
    #expect(sample[0] == nil)
    #expect(sample["none"]?["x"] == nil)
    #expect(sample["empty"]?[0]?.typeName == "object")
  }

  struct Order: Codable, Equatable {
    var id: Int
    var total: Double
    var note: String?
    var extra: JSONValue
    var big: UInt64
  }

  @Test("Goes through Codable and back")
  func coding() throws {
    let order = Order(id: 7, total: 9.75, note: nil, extra: ["z": [1, 2.5, nil, true, "s"]], big: .max)
    let value = try JSONValue(encoding: order)
    #expect(value.objectValue?.keys == ["big", "extra", "id", "total"])
    #expect(value["big"]?.numberValue?.text == "18446744073709551615")
    #expect(try value.decoded(as: Order.self) == order)
    #expect(try JSONValue(encoding: sample) == sample)
    #expect(try JSONDecoder().decode(JSONValue.self, from: JSONEncoder().encode(sample)) == sample)
    #expect(throws: JSONDecodingError.self) { try value.decoded(as: [Int].self) }
  }

  @Test("Round trips text with any scalar")
  func roundTrip() throws {
    let text = String(String.UnicodeScalarView((0..<0x3000).compactMap { UnicodeScalar($0) })) + "😀\u{10FFFF}"
    #expect(try JSONValue(parsing: JSONValue.string(text).compactBytes) == .string(text))
  }
}
