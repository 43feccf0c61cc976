import StructuredOutput
import Testing

@Suite("Repairing JSON that is written another way")
struct JSONNotationRepairTests {
  typealias Kind = JSONRepairChange.Kind

  private func check(_ text: String, _ value: String, _ kinds: Kind...) throws {
    let result = try JSONRepair().repair(text)
    #expect(try result.value == JSONValue(parsing: value), "\(text) became \(result.value)")
    #expect(Set(result.changes.map(\.kind)) == Set(kinds), "\(text): \(result.changes)")
    #expect(!result.isTruncated && result.isRepaired)
  }

  @Test("Commas and colons too many, missing and of other shapes")
  func separators() throws {
    try check("[1, 2,]", "[1,2]", .trailingComma)
    try check("{\"a\": 1,}", #"{"a":1}"#, .trailingComma)
    try check("[, 1,, 2]", "[1,2]", .extraComma)
    try check("{\"a\": 1},", #"{"a":1}"#, .trailingComma)
    try check("[1 2 \"a\" {\"b\": 3} [4]]", #"[1,2,"a",{"b":3},[4]]"#, .missingComma)
    try check(
      "{\"a\": 1 \"b\": 2\n\"c\": \"x\"\n\"d\": {} \"e\": 5}", #"{"a":1,"b":2,"c":"x","d":{},"e":5}"#, .missingComma)
    try check("{\"a\": 1; \"b\": \"c\"; \"d\": 2}", #"{"a":1,"b":"c","d":2}"#, .missingComma)
    try check("{\"a\" 1, \"b\" [2], \"c\" true, \"d\" \"e\"}", #"{"a":1,"b":[2],"c":true,"d":"e"}"#, .missingColon)
    try check("{\"a\" = 1, \"b\" => 2}", #"{"a":1,"b":2}"#, .colon)
    try check("{\"a\"：1，\"b\"：[2，3]}", #"{"a":1,"b":[2,3]}"#, .colon, .missingComma)
  }

  @Test("Single, smart, full-width and other quotation marks, backticks and triple quotes")
  func quotes() throws {
    try check("{'a': 'it\\'s', 'b': 'say \"x\"'}", #"{"a":"it's","b":"say \"x\""}"#, .quotes, .escape)
    try check("{“a”: ‘b’, ‹c›: «d», „e“: 「f」, ＂g＂: `h`}", #"{"a":"b","c":"d","e":"f","g":"h"}"#, .quotes)
    try check("{\"a\": \"\"\"x\n\"y\" z\"\"\", 'b': '''w'''}", #"{"a":"x\n\"y\" z","b":"w"}"#, .quotes)
    try check("{'a': r'\\d', 'b': b'x'}", #"{"a":"\\d","b":"x"}"#, .quotes, .escape)
    #expect(try JSONRepair().repair("[\"„autocritică”, “x” it's\",]").value == ["„autocritică”, “x” it's"])
  }

  @Test("Keys and values without quotation marks")
  func unquoted() throws {
    try check("{a: 1, $b_c: 2, 名前: 3, 4: 5, d-e: 6}", #"{"a":1,"$b_c":2,"名前":3,"4":5,"d-e":6}"#, .unquotedKey)
    try check("{\"a\": hello world!, \"b\": x}", #"{"a":"hello world!","b":"x"}"#, .unquotedString)
    try check("[a, b c, \"d\"]", #"["a","b c","d"]"#, .unquotedString)
    try check("{\"a\": https://x.y/z?q=1, \"b\": 2}", #"{"a":"https://x.y/z?q=1","b":2}"#, .unquotedString)
    try check("{\"a\": 2026-11-24, \"b\": 12:30}", #"{"a":"2026-11-24","b":"12:30"}"#, .unquotedString)
    try check("{\"a\": one, two and three, \"b\": 2}", #"{"a":"one, two and three","b":2}"#, .unquotedString)
    try check("{\"a\": C:\\dir\n\"b\": 2}", #"{"a":"C:\\dir","b":2}"#, .unquotedString, .missingComma)
    try check("{\"a\": #fff}", ##"{"a":"#fff"}"##, .unquotedString)
  }

  @Test("Literals of Python and JavaScript")
  func literals() throws {
    try check("[True, False, None, TRUE, undefined, nil, Null]", "[true,false,null,true,null,null,null]", .literal)
    try check("[NaN, Infinity, -Infinity]", #"["NaN","Infinity","-Infinity"]"#, .nonFiniteNumber)
    try check("None", "null", .literal)
    try check("(1, 'a')", #"[1,"a"]"#, .parentheses, .quotes)
    try check("{\"a\": (1, 2), \"b\": (1,), \"c\": (), \"d\": (1)}", #"{"a":[1,2],"b":[1],"c":[],"d":1}"#, .parentheses)
    try check("{\"a\", \"b\"}", #"["a","b"]"#, .setLiteral)
  }

  @Test("Numbers: what is certain is a number, what might be a name is a string")
  func numbers() throws {
    try check("[+1, .5, -.5, 1., 1e, 1_000]", "[1,0.5,-0.5,1.0,1,1000]", .number)
    try check(
      "{\"a\": 007, \"b\": 0x1F, \"c\": 1,234.5, \"d\": 1.2.3}", #"{"a":"007","b":"0x1F","c":"1,234.5","d":"1.2.3"}"#,
      .unquotedString)
    try check("{\"a\": 5 kg, \"b\": $5, \"c\": 50%}", #"{"a":"5 kg","b":"$5","c":"50%"}"#, .unquotedString)
    let kept = try JSONRepair().repair("[1.50, 12345678901234567890123,]").value
    #expect(kept.compactText == "[1.50,12345678901234567890123]")
  }

  @Test("Comments, ellipses and odd white space")
  func leftOut() throws {
    try check("{\"a\": 1, // one\n\"b\": /* two */ 2 # three\n}", #"{"a":1,"b":2}"#, .comment)
    try check("// c\n/* d */ [1] # e", "[1]", .comment)
    try check(
      "{\"a\": \"// no\", \"b\": \"/* no */\", /* yes */}", ##"{"a":"// no","b":"/* no */"}"##, .comment, .trailingComma
    )
    try check("[1, 2, ..., 9, …]", "[1,2,9]", .ellipsis)
    try check("{\"a\": 1, ...}", #"{"a":1}"#, .ellipsis)
    try check("{\"a\": ...}", #"{"a":null}"#, .ellipsis)
    try check("{\u{A0}\"a\":\u{3000}1\u{200B}}", #"{"a":1}"#, .whiteSpace)
    try check("\u{FEFF}{\"a\": 1}", #"{"a":1}"#, .byteOrderMark)
  }

  @Test("Calls, as JSONP, MongoDB and Python have them")
  func calls() throws {
    try check("callback({\"a\": 1});", #"{"a":1}"#, .functionCall, .extraComma)
    try check("/* x */ cb (\"y\")", #""y""#, .functionCall, .comment)
    try check(
      "{\"_id\": ObjectId(\"1\"), \"n\": NumberLong(2), \"d\": new Date(0)}", #"{"_id":"1","n":2,"d":0}"#, .functionCall
    )
    try check("{\"d\": datetime.date(2020, 1, 2)}", #"{"d":"datetime.date(2020, 1, 2)"}"#, .unquotedString)
  }

  @Test("Brackets of the wrong shape, missing and too many")
  func brackets() throws {
    try check("{\"a\": [1, 2}", #"{"a":[1,2]}"#, .missingBracket)
    try check("[{\"a\": 1, {\"a\": 2}]", #"[{"a":1},{"a":2}]"#, .missingBracket)
    try check("{\"a\": [1, 2}, \"b\": 3}", #"{"a":[1,2],"b":3}"#, .wrongBracket)
    try check("[{\"a\": 1], {\"b\": 2}]", #"[{"a":1},{"b":2}]"#, .wrongBracket)
    try check("{\"a\": 1]", #"{"a":1}"#, .wrongBracket)
    try check("{\"a\": 1}}]", #"{"a":1}"#, .extraBracket)
    try check("{{\"a\": 1}}", #"{"a":1}"#, .extraBracket)
    try check("{\"a\": 1}, \"b\": 2}", #"{"a":1,"b":2}"#, .extraBracket)
    try check("[{\"a\": 1}}, {\"b\": 2}]", #"[{"a":1},{"b":2}]"#, .extraBracket)
    try check("[{\"a\": 1}, \"a\": 2}]", #"[{"a":1},{"a":2}]"#, .missingBracket)
    try check("{\"x\": [{\"a\": 1}, \"a\": 2}], \"y\": 3}", #"{"x":[{"a":1},{"a":2}],"y":3}"#, .missingBracket)
    try check("[\"k\": \"v\"]", #"[{"k":"v"}]"#, .missingBracket)
    try check("{\"a\": [1, 2, \"b\": 3}", #"{"a":[1,2],"b":3}"#, .missingBracket)
  }

  @Test("A value that is missing becomes null; a key that is missing is an error")
  func missing() throws {
    try check("{\"a\": , \"b\":}", #"{"a":null,"b":null}"#, .missingValue)
    try check("{\"a\": 1, \"b\"}", #"{"a":1,"b":null}"#, .missingValue)
    for text in ["{:1}", "{: }", "{\"a\": 1, [2]}", "{\"a\": 1, b}"] {
      #expect(throws: JSONRepairError.self) { try JSONRepair().repair(text) }
    }
  }

  @Test("A document that is escaped as a whole")
  func escaped() throws {
    try check(#"{\"a\": \"b \\\"c\\\" d\",\n \"e\": 1}"#, #"{"a":"b \"c\" d","e":1}"#, .escapedDocument)
    try check(#"{""a"": ""b \""c\"" d"", ""e"": """"}"#, #"{"a":"b \"c\" d","e":""}"#, .escapedDocument)
    try check(#"["", "",]"#, #"["",""]"#, .trailingComma)
    let change = try #require(JSONRepair().repair(#"{\"a\": \"b\", \"c\": True}"#).changes.last)
    #expect((change.kind, change.byteOffset, change.found) == (.literal, 22, "True"))
  }
}
