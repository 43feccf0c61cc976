import Foundation
import StructuredOutput
import Testing

@Suite("Canonical JSON (RFC 8785)")
struct CanonicalFormTests {
  @Test(
    "Writes numbers as appendix B does",
    arguments: [
      (0x0000_0000_0000_0000, "0"), (0x8000_0000_0000_0000, "0"), (0x0000_0000_0000_0001, "5e-324"),
      (0x8000_0000_0000_0001, "-5e-324"), (0x7FEF_FFFF_FFFF_FFFF, "1.7976931348623157e+308"),
      (0xFFEF_FFFF_FFFF_FFFF, "-1.7976931348623157e+308"), (0x4340_0000_0000_0000, "9007199254740992"),
      (0xC340_0000_0000_0000, "-9007199254740992"), (0x4430_0000_0000_0000, "295147905179352830000"),
      (0x44B5_2D02_C7E1_4AF5, "9.999999999999997e+22"), (0x44B5_2D02_C7E1_4AF6, "1e+23"),
      (0x44B5_2D02_C7E1_4AF7, "1.0000000000000001e+23"), (0x444B_1AE4_D6E2_EF4E, "999999999999999700000"),
      (0x444B_1AE4_D6E2_EF4F, "999999999999999900000"), (0x444B_1AE4_D6E2_EF50, "1e+21"),
      (0x3EB0_C6F7_A0B5_ED8C, "9.999999999999997e-7"), (0x3EB0_C6F7_A0B5_ED8D, "0.000001"),
      (0x41B3_DE43_5555_5553, "333333333.3333332"), (0x41B3_DE43_5555_5554, "333333333.33333325"),
      (0x41B3_DE43_5555_5555, "333333333.3333333"), (0x41B3_DE43_5555_5556, "333333333.3333334"),
      (0x41B3_DE43_5555_5557, "333333333.33333343"), (0xBECB_F647_612F_3696, "-0.0000033333333333333333"),
      (0x4314_3FF3_C1CB_0959, "1424953923781206.2"),
    ] as [(UInt64, String)])
  func numbers(bits: UInt64, text: String) throws {
    let value = Double(bitPattern: bits)
    let number = try #require(JSONNumber(value))
    #expect(JSONValue.number(number).canonicalText == text)
    let described = try #require(JSONNumber(text: value.description))
    #expect(JSONValue.number(described).canonicalText == text)
    #expect(Double(text) == value)
  }

  @Test("Writes doubles of every magnitude as ECMAScript does, from their digits and from longer ones")
  func doubles() throws {
    #expect(DoubleTexts.all.count == 289)
    for (bits, text) in DoubleTexts.all {
      let value = Double(bitPattern: bits)
      let number = try #require(JSONNumber(value))
      #expect(number.text == text)
      #expect(JSONValue.number(number).canonicalText == text)
      // 17 digits after the first tell all doubles apart.
      let longer = String(format: "%.17e", value)
      #expect(try JSONValue(parsing: longer).canonicalText == text, "\(longer)")
    }
  }

  @Test("Has no form for what is no number", arguments: [0x7FFF_FFFF_FFFF_FFFF, 0x7FF0_0000_0000_0000] as [UInt64])
  func noNumbers(bits: UInt64) {
    #expect(JSONNumber(Double(bitPattern: bits)) == nil)
    #expect(JSONNumber(-Double(bitPattern: bits)) == nil)
  }

  @Test(
    "Writes numbers alike however they came",
    arguments: [
      ("1E-7", "1e-7"), ("0.000001", "0.000001"), ("-0", "0"), ("-0.0", "0"), ("1.0", "1"), ("100e-2", "1"),
      ("9007199254740993", "9007199254740992"), ("123456789012345", "123456789012345"), ("-15", "-15"),
      ("1234567890123456", "1234567890123456"), ("1e400", "1e+400"), ("10E399", "1e+400"), ("1e-400", "1e-400"),
      ("0e999", "0"), ("4.50", "4.5"), ("2e-3", "0.002"), ("0.000000000000000000000000001", "1e-27"),
    ])
  func spellings(text: String, canonical: String) throws {
    #expect(try JSONValue(parsing: text).canonicalText == canonical)
  }

  @Test("Sorts keys by UTF-16 code units, as in section 3.2.3")
  func sorting() throws {
    let value = try JSONValue(
      parsing: #"""
        {"\u20ac": "Euro Sign", "\r": "Carriage Return", "\ufb33": "Hebrew Letter Dalet With Dagesh", "1": "One",
         "\ud83d\ude00": "Emoji: Grinning Face", "\u0080": "Control", "\u00f6": "Latin Small Letter O With Diaeresis"}
        """#)
    let sorted = [
      "Carriage Return", "One", "Control", "Latin Small Letter O With Diaeresis", "Euro Sign", "Emoji: Grinning Face",
      "Hebrew Letter Dalet With Dagesh",
    ]
    #expect(try JSONValue(parsing: value.canonicalText).objectValue?.values.map(\.stringValue) == sorted)
    #expect(value.sortedByKey.objectValue?.values.map(\.stringValue) == sorted)
  }

  @Test("Writes the example of section 3.2.2 byte for byte")
  func example() throws {
    let value = try JSONValue(
      parsing: #"""
        {"numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
         "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/", "literals": [null, true, false]}
        """#)
    #expect(
      value.canonicalText
        == #"{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"#
        + #""string":"€$\u000f\nA'B\"\\\\\"/"}"#)
  }

  @Test("Escapes what section 3.2.2.2 names, in its shortest form, and nothing else")
  func escapes() throws {
    let scalars = (0..<0x80).compactMap { Unicode.Scalar($0) } + ["\u{80}", "\u{2028}", "\u{FFFF}", "\u{10FFFF}"]
    for scalar in scalars {
      let expected =
        switch scalar {
        case "\"": "\\\""
        case "\\": "\\\\"
        case "\u{8}": "\\b"
        case "\t": "\\t"
        case "\n": "\\n"
        case "\u{C}": "\\f"
        case "\r": "\\r"
        case "\0"..<" ": "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
        default: String(scalar)
        }
      #expect(JSONValue.string(String(scalar)).canonicalText == "\"\(expected)\"")
    }
  }

  @Test("Sorts any keys as their UTF-16 code units sort")
  func anyKeys() {
    var sample = SampleJSON(seed: 7)
    var keys: [String] = []
    for _ in 0..<300 { keys.append(sample.string()) }
    let object = JSONObject(keys.map { ($0, nil) })
    let sorted = JSONValue.object(object).sortedByKey.objectValue?.keys.map { Array($0.utf16) } ?? []
    #expect(sorted.count == object.count)
    for (earlier, later) in zip(sorted, sorted.dropFirst()) { #expect(earlier.lexicographicallyPrecedes(later)) }
  }

  @Test("Sorts keys where one begins another, at every depth")
  func prefixes() throws {
    let value: JSONValue = ["b": [["aa": 1, "a": 2, "": 3]], "a": [:]]
    #expect(value.canonicalText == #"{"a":{},"b":[{"":3,"a":2,"aa":1}]}"#)
  }
}
