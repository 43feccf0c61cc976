import StructuredOutput
import Testing

@testable import SpecReports

@Suite("The form of a JSON document")
struct JSONShapeTests {
  private func differences(_ was: JSONValue, _ now: JSONValue) -> [String] {
    JSONShape.differences(JSONShape(was), JSONShape(now)).map { "\($0.place): \($0.was) → \($0.now)" }
  }

  @Test("Other values, another order and another number of several elements are no other form")
  func same() {
    let was: JSONValue = ["a": 1, "items": [["name": "x", "n": 1], ["name": "y", "n": 2]]]
    let now: JSONValue = ["items": [["n": 7, "name": "z"], ["name": "", "n": 0], ["n": 1.5, "name": "w"]], "a": -3]
    #expect(differences(was, now) == [])
  }

  @Test("Keys that are new or gone, other types and other lengths are named with their place")
  func different() {
    let was: JSONValue = ["total": 1, "note": "x", "items": [["name": "x"]], "tags": []]
    let now: JSONValue = [
      "total": "1", "items": [["name": "x", "price": 2], ["name": nil]], "tags": ["a"], "new": [:],
    ]
    #expect(
      differences(was, now) == [
        "/items: array of one element → array of several elements", "/items/*/name: string → null or string",
        "/items/*/price: not there → number", "/new: not there → object", "/note: string → not there",
        "/tags: array of no element → array of one element", "/total: number → string",
      ])
    #expect(differences(["a": 1], [1]) == ["the document: object → array"])
  }

  @Test("Only the top of what is new is named, and a key cannot pretend to be a path")
  func top() {
    #expect(differences(["a": [1]], ["a": ["*": 1]]) == ["/a: array → object"])
    #expect(differences([:], ["*": 1]) == ["/\"*\": not there → number"])
    #expect(differences([:], ["a": ["b": ["c": 1]]]) == ["/a: not there → object"])
    #expect(
      differences(["a/b": 1, "~": 1], ["a/b": "", "~": ""]) == ["/a~1b: number → string", "/~0: number → string"])
  }

  @Test("Depth, breadth and long keys are bounded")
  func bounds() {
    var deep: JSONValue = 1
    for _ in 0..<400 { deep = ["k": deep] }
    #expect(differences(deep, deep) == [])
    let wide = JSONValue.object(JSONObject((0..<20_000).map { ("k\($0)", JSONValue.null) }))
    #expect(differences(wide, [:]).count <= 1_000)
    let long = differences([:], .object(JSONObject([(String(repeating: "k", count: 100_000), JSONValue.null)])))
    #expect(long.first.map { $0.count < 120 } == true)
  }
}
