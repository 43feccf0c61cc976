import StructuredOutput
import Testing

@Suite("JSON objects")
struct JSONObjectTests {
  @Test("Setting keeps a key's place, appends a new key, and nil removes", arguments: [0, 50])
  func setting(others: Int) {
    var object: JSONObject = ["a": 1, "b": 2]
    for index in 0..<others { object["x\(index)"] = .number(JSONNumber(index)) }
    object["a"] = 3
    object["c"] = 4
    #expect(object.keys.filter { !$0.hasPrefix("x") } == ["a", "b", "c"])
    #expect(object["a"] == 3)
    object["a"] = nil
    object["nothing"] = nil
    #expect(object["a"] == nil)
    #expect(object.count == others + 2)
    for index in 0..<others { #expect(object["x\(index)"]?.intValue == index) }
    object["a"] = 5
    #expect(object.keys.last == "a")
  }

  @Test("A copy does not change with the original")
  func copies() {
    var object = JSONObject((0..<30).map { ("k\($0)", JSONValue.bool(true)) })
    let copy = object
    object["k3"] = nil
    object["k30"] = false
    #expect(copy["k3"] == true)
    #expect(copy["k30"] == nil)
    #expect(copy.count == 30)
  }

  @Test("Equality ignores order, at every depth", arguments: [3, 40])
  func equality(count: Int) {
    let pairs = (0..<count).map { ("k\($0)", JSONValue.object(["i": .number(JSONNumber($0)), "j": [1.0]])) }
    let other = pairs.reversed().map { ($0.0, JSONValue.object(["j": [1], "i": $0.1["i"] ?? .null])) }
    #expect(JSONObject(pairs) == JSONObject(other))
    #expect(JSONObject(pairs).hashValue == JSONObject(other).hashValue)
    #expect(JSONObject(pairs) != JSONObject(pairs.dropLast()))
    #expect(JSONObject(pairs.dropLast() + [("k", nil)]) != JSONObject(pairs))
  }

  @Test("Literals and sequences take the last of equal keys")
  func duplicates() {
    let object: JSONObject = ["a": 1, "b": 2, "a": 3]
    #expect(JSONValue.object(object).compactText == #"{"a":3,"b":2}"#)
  }
}
