import FixtureReplay
import LanguageModels
import StructuredOutput
import Testing

@Suite("What ignored paths reach")
struct IgnoredPathTests {
  private static let body: JSONValue = [
    "metadata": ["user_id": "u1", "a/b": 1, "m~n": 2, "": 3],
    "messages": [["name": "Ann", "content": "hi"], ["name": "Bob", "content": ["id": 7]]],
    "deep": ["id": 1, "list": [["id": 2], [["id": 3]]]],
  ]

  @Test(
    "Pointers, escapes and wildcards",
    arguments: [
      ("/metadata/user_id", ["metadata", "user_id"]), ("/metadata/a~1b", ["metadata", "a/b"]),
      ("/metadata/m~0n", ["metadata", "m~n"]), ("/metadata/", ["metadata", ""]),
    ])
  func pointer(path: String, keys: [String]) throws {
    let body = try #require(kept(Self.body, IdentityRules(ignoredPaths: [try IgnoredPath(path)])))
    #expect(body[keys[0]]?[keys[1]] == "[ignored]")
    #expect(body["messages"] == Self.body["messages"])
    #expect(body["metadata"]?.objectValue?.count == 4)
  }

  @Test("One step of any name, and any number of steps")
  func wildcards() throws {
    let names = try #require(kept(Self.body, IdentityRules(ignoredPaths: ["/messages/*/name"])))
    #expect(
      names["messages"] == [["name": "[ignored]", "content": "hi"], ["name": "[ignored]", "content": ["id": 7]]])
    let ids = try #require(kept(Self.body, IdentityRules(ignoredPaths: ["/**/id"])))
    #expect(ids["deep"] == ["id": "[ignored]", "list": [["id": "[ignored]"], [["id": "[ignored]"]]]])
    #expect(ids["messages"]?[1]?["content"] == ["id": "[ignored]"])
    let inner = try #require(kept(Self.body, IdentityRules(ignoredPaths: ["/deep/**/0/**/id"])))
    #expect(inner["deep"] == ["id": 1, "list": [["id": "[ignored]"], [["id": "[ignored]"]]]])
    #expect(kept(Self.body, IdentityRules(ignoredPaths: [""])) == "[ignored]")
    #expect(kept(Self.body, IdentityRules(ignoredPaths: ["/metadata/**"]))?["metadata"] == "[ignored]")
    #expect(
      kept(Self.body, IdentityRules(ignoredPaths: ["/nothing/there", "/messages/5", "/messages/01"])) == Self.body)
  }

  @Test("A query item by its name")
  func query() throws {
    let asked = request(.none, query: [.init("user", "7"), .init("v", "1")])
    let identity = RequestIdentity(of: asked, rules: IdentityRules(ignoredPaths: ["?user"]))
    #expect(identity.query == [.init("user", "[ignored]"), .init("v", "1")])
    #expect(IgnoredPath.query("user") == "?user")
  }

  @Test(
    "A malformed path is a fault that names it",
    arguments: ["metadata", "/a~2b", "/a~", "?", String(repeating: "/*/a", count: 40)])
  func malformed(path: String) throws {
    let fault = #expect(throws: FixtureFault.self) { try IgnoredPath(path) }
    #expect(fault?.kind == .unusableRule)
    #expect(fault?.message.contains(path.prefix(20)) == true)
  }

  @Test("A malformed literal traps nothing and is reported when a test uses it")
  func malformedLiteral() throws {
    let rules = IdentityRules(ignoredPaths: ["metadata/user_id"], normalizers: [.custom(name: "n", pattern: "[")])
    #expect(kept(Self.body, rules) == Self.body)
    #expect(rules.faults.count == 2)
    let stage = try Rehearsal()
    let fault = #expect(throws: FixtureFault.self) { try stage.store(.replay, rules: rules) }
    #expect(fault?.kind == .unusableRule)
    #expect(fault?.message.contains("metadata/user_id") == true)
    #expect(fault?.message.contains("SupportSpecs/RefundSpecs/window()") == true)
  }

  @Test("Rules of package, suite and test add up, each once")
  func merging() {
    let outer = IdentityRules(ignoredPaths: ["/a"], normalizers: [.dates])
    let inner = IdentityRules(ignoredPaths: ["/b", "/a"], normalizers: [.dates, .uuids], includesHost: true)
    let merged = outer.merging(inner)
    #expect(merged == IdentityRules(ignoredPaths: ["/a", "/b"], normalizers: [.dates, .uuids], includesHost: true))
    #expect(IdentityRules.none.isEmpty && !merged.isEmpty && IdentityRules.none.merging(.none).isEmpty)
  }
}
