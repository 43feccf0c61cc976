import Foundation
import StructuredOutput
import Testing

@testable import FixtureReplay

@Suite("YAML of cassettes")
struct YAMLReaderTests {
  private func json(_ text: String) throws -> JSONValue? { try YAMLReader.read(Array(text.utf8)).json }

  @Test("Lists and mappings, in blocks and in brackets")
  func collections() throws {
    let text = """
      # a cassette
      ---
      interactions:
      - request: {method: POST, "uri":'http://a/b', empty: , list: [1, two, x: y], }
        headers:
          accept:
          - '*/*'
      - - nested
        - ? key
          : value
        -
      version: 1
      ...
      """
    #expect(
      try json(text) == [
        "interactions": [
          [
            "request": [
              "method": "POST", "uri": "http://a/b", "empty": nil, "list": [1, "two", ["x": "y"]],
            ],
            "headers": ["accept": ["*/*"]],
          ],
          ["nested", ["key": "value"], nil],
        ],
        "version": 1,
      ])
  }

  @Test(
    "Scalars without quotes are what PyYAML makes of them",
    arguments: [
      ("", nil), ("~", nil), ("null", nil), ("yes", true), ("Off", false), ("yEs", "yEs"), ("y", "y"), ("1", 1),
      ("-5", -5), ("+7", 7), ("010", 8), ("08", "08"), ("0x1F", 31), ("0b101", 5), ("1_000", 1000), ("1:30", 90),
      ("01:30", "01:30"), ("1:30.5", 90.5), ("1.", 1.0), (".5", 0.5), ("-.5", "-.5"), ("1e5", "1e5"),
      ("1.5e+5", 150000),
      (".inf", ".inf"), ("2001-01-01", "2001-01-01"), ("0o7", "0o7"), ("1-2", "1-2"), ("http://a:80/b?c#d", nil),
    ] as [(String, JSONValue)])
  func plain(text: String, value: JSONValue) throws {
    let expected = text.hasPrefix("http") ? .string(text) : value
    #expect(try json("a: \(text)\n") == ["a": expected])
  }

  @Test("Texts in blocks keep, fold and cut their lines")
  func blocks() throws {
    let text =
      "a: |\n  x\n   y\n\n  z\nb: >\n  x\n  y\n\n  z\n   w\n  v\nc: |+\n  x\n\n\nd: |-\n  x\n\ne: |2\n    x\nf: >-\n\n  x\n  y\n"
    #expect(
      try json(text) == [
        "a": "x\n y\n\nz\n", "b": "x y\nz\n w\nv\n", "c": "x\n\n\n", "d": "x", "e": "  x\n", "f": "\nx y",
      ])
  }

  @Test("Texts over several lines are joined")
  func lines() throws {
    let text = #"""
      plain: b
        c

        d # comment
      single: 'it''s
        two

        lines'
      double: "x \
        y\tz
        w\
        \ v\u00e9\U0001F600\ud83d\ude00\x41"
      """#
    #expect(
      try json(text) == ["plain": "b c\nd", "single": "it's two\nlines", "double": "x y\tz w vé😀😀A"])
  }

  @Test("A stream of events in a literal text comes as it was recorded")
  func literalStream() throws {
    let text =
      "response:\n  body:\n    string: |+\n      data: {\"a\": \"b # c\"}\n\n      data: [DONE]\n\n  status:\n    code: 200\n"
    #expect(
      try json(text) == [
        "response": ["body": ["string": "data: {\"a\": \"b # c\"}\n\ndata: [DONE]\n\n"], "status": ["code": 200]]
      ])
  }

  @Test("Bytes are told from text", arguments: ["!!binary", "!binary", "!<tag:yaml.org,2002:binary>"])
  func binary(tag: String) throws {
    let value = try YAMLReader.read(Array("a: \(tag) |\n  H4sI\n  AAE=\nb: !!str 5\nc: ! '6'\n".utf8))
    #expect(value["a"] == .binary([0x1F, 0x8B, 0x08, 0x00, 0x01]))
    #expect(value["b"]?.text == "5")
    #expect(value["c"]?.text == "6")
  }

  @Test("Aliases stand for what was read before")
  func aliases() throws {
    #expect(try json("a: &x [1, 2]\nb: *x\nc: {d: *x}\n") == ["a": [1, 2], "b": [1, 2], "c": ["d": [1, 2]]])
  }

  @Test("Aliases that stand for too much are refused")
  func laughs() {
    var text = "a0: &a0 [\"ha ha ha ha\", x, x, x, x, x, x, x, x]\n"
    for level in 1..<12 {
      text += "a\(level): &a\(level) [" + Array(repeating: "*a\(level - 1)", count: 9).joined(separator: ",") + "]\n"
    }
    #expect { try YAMLReader.read(Array(text.utf8)) } throws: { "\($0)".contains("aliases stand for more than 64 MiB") }
  }

  @Test(
    "What cannot be read is named with its line and column",
    arguments: [
      ("a: *x\n", "line 1, column 4: the alias stands for nothing"),
      ("a: &x [*x]\n", "line 1, column 8: the alias stands for nothing"),
      ("a: [1, 2\n", "line 2, column 1: the file ends before its brackets are closed"),
      ("a: 'é\n", "line 1, column 4: a quotation mark is never closed"),
      ("é: !ruby/object:Foo {}\n", "line 1, column 4: the tag \"!ruby/object:Foo\" is not read"),
      ("a: 1\n b: 2\n", "line 2, column 3: \":\" behind something that is no key"),
      ("a: 1\nb\n", "line 2, column 1: a key is not followed"),
      ("a: @b\n", "line 1, column 4: \"@\" cannot begin a value"),
      ("a: \"\\q\"\n", "line 1, column 5: an unknown escape"),
      ("a: \"\\ud800\"\n", "line 1, column 5: an escape is half of a surrogate pair"),
      ("a: !!binary x\n", "line 1, column 13: the bytes of !!binary are not Base64"),
      ("a: 1\n--- \nb: 1\n", "line 2, column 1: a second document begins"),
      ("<<: {a: 1}\n", "merge keys (<<) are not read"),
      ("%TAG ! x\n---\n", "line 1, column 1: only the directive %YAML is read"),
      ("a\u{0}", "line 1, column 2: a NUL byte"),
      ("a: !!int\n", "line 2, column 1: the value is no int, as its tag says"),
      ("[a]: 1\n", "a key is neither text nor a number"),
    ])
  func faults(text: String, message: String) {
    #expect { try YAMLReader.read(Array(text.utf8)) } throws: { "\($0)".contains(message) }
  }

  @Test("Depth is bounded, in brackets, lists and mappings", arguments: ["[", "- ", "{a: ", "? "])
  func depth(opening: String) {
    let text = String(repeating: opening, count: 100_000)
    #expect { try YAMLReader.read(Array(text.utf8)) } throws: { "\($0)".contains("more than 256 levels") }
  }

  @Test("Long texts are read in time that is in proportion to their length", .timeLimit(.minutes(1)))
  func size() throws {
    let count = 50_000
    let text =
      "a: [" + String(repeating: "x y, ", count: count) + "]\nb:\n"
      + String(repeating: "- k: v\n  l: \"m\n    n\"\n", count: count)
    let value = try YAMLReader.read(Array(text.utf8))
    #expect(value["a"]?.elements?.count == count)
    #expect(value["b"]?.elements?.last?["l"]?.text == "m n")
  }

  @Test("Damaged cassettes end in a value or an error")
  func mutations() {
    let seed = Array(
      """
      interactions:
      - request:
          body: '{"a": "b''c"}'
          headers: {accept: ['*/*', "x\\ty"], n: &a 1}
          uri: http://a/b # c
        response:
          body: {string: !!binary "AAEC"}
          text: |+2
              x
            y

          folded: >-
            a
            b
          alias: *a
          ? k
          : !!int 7
          z: !!float "1:30.5"
      ...

      """.utf8)
    var random = SeededGenerator(state: 11)
    let pieces = Array("[]{}:,-?'\"\\|>&*!#%@ \n\t\r\u{2028}a0é".utf8)
    var readable = 0
    for _ in 0..<4000 {
      var bytes = seed
      for _ in 0..<Int.random(in: 1...4, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<4, using: &random) {
        case 0: bytes.remove(at: place)
        case 1: bytes.insert(pieces.randomElement(using: &random) ?? 0, at: place)
        case 2: bytes[place] = pieces.randomElement(using: &random) ?? 0
        default: bytes.removeSubrange(place...)
        }
        if bytes.isEmpty { bytes = [0x20] }
      }
      if (try? YAMLReader.read(bytes)) != nil { readable += 1 }
    }
    #expect(readable > 100)
  }
}
