import FixtureReplay
import Testing

@Suite("Personal data that a spec declares")
struct PersonalDataTests {
  private static func redact(_ text: String, _ redactors: PersonalDataRedactor...) -> String {
    FixtureRedactor(personalData: redactors).redact(text)
  }

  @Test(
    "Finds e-mail addresses",
    arguments: [
      ("jane.doe@example.com", "[e-mail 1]"), ("Write to <jane+news@mail.example.co.uk>.", "Write to <[e-mail 1]>."),
      ("(jane_d@x-y.io)", "([e-mail 1])"), ("mailto:jane@example.com?subject=x", "mailto:[e-mail 1]?subject=x"),
      ("an jürgen.müller@bücher.example, bitte", "an [e-mail 1], bitte"), ("почта иван@пример.рф", "почта [e-mail 1]"),
      ("请联系jane@example.com谢谢", "请联系[e-mail 1]谢谢"), ("u=jane%40example.com&x=1", "u=[e-mail 1]&x=1"),
      ("\"jane doe\"@example.com", "[e-mail 1]"), ("o'neill@example.com", "[e-mail 1]"), ("'a@b.de'", "'[e-mail 1]'"),
      ("x@xn--bcher-kva.xn--p1ai", "[e-mail 1]"),
      ("JANE@EXAMPLE.COM and jane@example.com", "[e-mail 1] and [e-mail 1]"),
      ("a@b.de, c@d.de, a@b.de", "[e-mail 1], [e-mail 2], [e-mail 1]"),
    ])
  func emails(text: String, redacted: String) {
    #expect(Self.redact(text, .emailAddresses) == redacted)
  }

  @Test(
    "Leaves what is no e-mail address",
    arguments: [
      "@jane", "jane@", "jane@home", "user@192.168.0.1", "npm install left-pad@1.3.0", "a @ b . c", "@media (x)",
      "git log HEAD@{1}", "x@-y.com", "3 items @ 4.99 each", "%40",
    ])
  func noEmails(text: String) {
    #expect(Self.redact(text, .emailAddresses) == text)
  }

  @Test(
    "Finds phone numbers",
    arguments: [
      "+4930901820", "+49 30 901820", "+49 (0)30 901820", "+49 (30) 901820", "+1 555 123 4567", "+1-202-555-0143",
      "+1 (202) 555-0143", "+44 20 7946 0018", "+33 6 12 34 56 78", "+81 3-1234-5678", "+91 98765 43210",
      "0049 30 901820", "(202) 555-0143", "202-555-0143", "202.555.0143", "1-800-555-0199", "030 901820", "030/901820",
      "0170 1234567", "0170-1234567", "089 / 12 34 56 78", "020 7946 0018", "07700 900123", "01 23 45 67 89",
      "06.12.34.56.78", "03-1234-5678", "090-1234-5678",
    ])
  func phones(number: String) {
    for text in [number, "Call \(number) now", "(\(number))", "\(number).", "Tel.:\(number),", "\"\(number)\""] {
      #expect(
        Self.redact(text, .phoneNumbers) == text.replacing(number, with: "[phone 1]"), "in \(text)")
    }
  }

  @Test(
    "Finds bare digits behind a word that announces a phone number",
    arguments: [
      ("Phone: 5551234567", "Phone: [phone 1]"), ("my phone number is 5551234567.", "my phone number is [phone 1]."),
      (#"{"phone":"5551234567"}"#, #"{"phone":"[phone 1]"}"#), ("Fax 2025550143", "Fax [phone 1]"),
      (#"{\"phone_number\": \"5551234567\"}"#, #"{\"phone_number\": \"[phone 1]\"}"#),
    ])
  func announced(text: String, redacted: String) {
    #expect(Self.redact(text, .phoneNumbers) == redacted)
  }

  @Test("One number written in several ways is one")
  func onePhone() {
    #expect(
      Self.redact("+49 30 901820, +4930901820, 0049 30 901820, (202) 555-0143, +1 202-555-0143", .phoneNumbers)
        == "[phone 1], [phone 1], [phone 1], [phone 2], [phone 2]")
  }

  @Test(
    "Leaves orders, dates, prices, addresses and versions",
    arguments: [
      "order 4711-0815-0000-1111-2222-3333", "order 100-2345678-9012345", "2024-05-06", "06.05.2024 12:30",
      "05/06/2024",
      "03-12-2024", "01.02.2024 12", "$1,234,567.89", "1 234 567,89 €", "192.168.100.200", "10.0.0.1:8080",
      "v1.22.333.4444",
      "550e8400-e29b-41d4-a716-446655440000", "ISBN 978-3-16-148410-0", "02139-4307", "1700000000000",
      "0.1234567890123",
      "4111 1111 1111 1111", "12:30:45.123456", "x = 5551234567", "SKU 0815-4711", "555-0199", "30 days", "+1",
      "+100 points",
      "1,000,000 +12345", "2024-01-01T00:00:00+01:00", "a+4930901820", "#0170 1234567", "3.14159265358979",
    ])
  func noPhones(text: String) {
    #expect(Self.redact(text, .phoneNumbers) == text)
  }

  /// The numbers that card schemes and payment processors publish for testing.
  @Test(
    "Finds numbers of payment cards",
    arguments: [
      "4111111111111111", "4012888888881881", "4222222222222", "5555555555554444", "5105105105105100",
      "2223003122003222",
      "378282246310005", "371449635398431", "6011111111111117", "6011000990139424", "30569309025904", "38520000023237",
      "3530111333300000", "3566002020360505", "6200000000000005", "6205500000000000004", "6759649826438453",
    ])
  func cards(number: String) {
    #expect(Self.redact("card \(number), thanks", .paymentCards) == "card [card 1], thanks")
    #expect(Self.redact("{\"n\":\"\(number)\"}", .paymentCards) == "{\"n\":\"[card 1]\"}")
    var digits = Array(number)
    digits[digits.count - 1] = digits.last == "9" ? "0" : Character("\((digits.last?.wholeNumberValue ?? 0) + 1)")
    let wrong = String(digits)
    #expect(Self.redact(wrong, .paymentCards) == wrong)
  }

  @Test(
    "Finds cards in the groups that are printed on them",
    arguments: [
      ("4111 1111 1111 1111", "[card 1]"), ("4111-1111-1111-1111 12/26", "[card 1] 12/26"),
      ("3782 822463 10005", "[card 1]"), ("4111\u{A0}1111\u{A0}1111\u{A0}1111", "[card 1]"),
      ("4111 1111 1111 1111 12", "[card 1] 12"), ("4111111111111111 and 4111 1111 1111 1111", "[card 1] and [card 1]"),
      ("6205 5000 0000 0000 004", "[card 1]"),
    ])
  func groupedCards(text: String, redacted: String) {
    #expect(Self.redact(text, .paymentCards) == redacted)
  }

  @Test(
    "Leaves long numbers that are no cards",
    arguments: [
      "4111111111111112", "1700000000000", "1234567812345670", "0.4111111111111111", "4111111111111111.5",
      "x4111111111111111",
      "41111111111111114111111111111111", "41 11 11 11 11 11 11 11", "9780306406157", "4111_1111_1111_1111",
    ])
  func noCards(text: String) {
    #expect(Self.redact(text, .paymentCards) == text)
  }

  /// Examples of the IBAN Registry.
  @Test(
    "Finds bank account numbers",
    arguments: [
      "AL47 2121 1009 0000 0002 3569 8741", "AD12 0001 2030 2003 5910 0100", "AT61 1904 3002 3457 3201",
      "BE68 5390 0754 7034", "BR18 0036 0305 0000 1000 9795 493C 1", "CH93 0076 2011 6238 5295 7",
      "DE89 3704 0044 0532 0130 00", "DK50 0040 0440 1162 43", "ES91 2100 0418 4502 0005 1332",
      "FI21 1234 5600 0007 85", "FR14 2004 1010 0505 0001 3M02 606", "GB29 NWBK 6016 1331 9268 19",
      "IT60 X054 2811 1010 0000 0123 456", "LC55 HEMM 0001 0001 0012 0012 0002 3015",
      "MT84 MALT 0110 0001 2345 MTLC AST0 01S", "NL91 ABNA 0417 1643 00", "NO93 8601 1117 947",
      "PL61 1090 1014 0000 0712 1981 2874", "SA03 8000 0000 6080 1016 7519", "SC18 SSCB 1101 0000 0000 0000 1497 USD",
      "SE45 5000 0000 0583 9825 7466", "TR33 0006 1005 1978 6457 8413 26",
    ])
  func ibans(number: String) {
    let unbroken = number.replacing(" ", with: "")
    #expect(
      Self.redact("to \(number) and \(unbroken), \(unbroken.lowercased())", .ibans)
        == "to [IBAN 1] and [IBAN 1], [IBAN 1]")
    // Two digits that changed places.
    var wrong = Array(unbroken)
    wrong[3] = wrong[3] == "0" ? "1" : "0"
    #expect(Self.redact(String(wrong), .ibans) == String(wrong))
    #expect(Self.redact("\(unbroken)0", .ibans) == "\(unbroken)0")
    #expect(Self.redact("x\(unbroken)", .ibans) == "x\(unbroken)")
  }

  @Test("Known values stand for themselves where they are words of their own")
  func exactly() {
    let names = PersonalDataRedactor.exactly(["Jane", "Jane Doe", "O\"Neill", "Jürgen"], as: "name")
    #expect(
      Self.redact("Jane Doe, Jane, Janet, MaryJane, jane, Jane.", names)
        == "[name 1], [name 2], Janet, MaryJane, jane, [name 2].")
    #expect(Self.redact(#"{"n":"O\"Neill","m":"J\u00fcrgen"}"#, names) == #"{"n":"[name 1]","m":"[name 2]"}"#)
    #expect(Self.redact("Jürgen", names) == "[name 1]")
    #expect(Self.redact("x", .exactly([], as: "none")) == "x")
  }

  @Test("A pattern of the spec's own is replaced, whatever its name is")
  func custom() {
    let customers = PersonalDataRedactor.custom(name: "customer", pattern: "C-[0-9]{6}")
    #expect(
      Self.redact("C-123456 and C-654321 and C-123456, C-12", customers)
        == "[customer 1] and [customer 2] and [customer 1], C-12")
    #expect(Self.redact("C-1", .custom(name: "a]b\n", pattern: "C-.")) == "[a-b- 1]")
    #expect(Self.redact("id 42, id 43", .custom(name: "id", pattern: "(?<=id )[0-9]+")) == "id [id 1], id [id 2]")
    #expect(Self.redact("aa bb ab", .custom(name: "twin", pattern: #"([a-z])\1"#)) == "[twin 1] [twin 2] ab")
    #expect(Self.redact("x", .custom(name: "empty", pattern: "y*")) == "x")
  }

  @Test("Redactors with equal patterns are equal")
  func equality() {
    #expect(PersonalDataRedactor.custom(name: "a", pattern: "x") == .custom(name: "a", pattern: "x"))
    #expect(PersonalDataRedactor.custom(name: "a", pattern: "x") != .custom(name: "a", pattern: "y"))
    #expect(Set([PersonalDataRedactor.ibans, .emailAddresses, .ibans]).count == 2)
  }

  @Test("Where two kinds meet, nothing of either stays")
  func overlaps() {
    #expect(
      Self.redact("jane@example.com", .exactly(["jane"], as: "name"), .emailAddresses) == "[e-mail 1]")
    #expect(
      Self.redact("jane@example.com", .custom(name: "end", pattern: "example.*$"), .emailAddresses) == "[e-mail 1]")
    #expect(Self.redact("password=a1@example.com", .emailAddresses) == "password=[redacted:password]")
  }

  @Test("Brackets like those of a placeholder hide nothing")
  func forgedPlaceholders() {
    let redactor = FixtureRedactor(
      personalData: [
        .emailAddresses, .paymentCards, .exactly(["jane"], as: "name"), .custom(name: "x", pattern: "[0-9]+"),
      ])
    #expect(redactor.redact("[redacted:jane] [e-mail jane]") == "[redacted:[name 1]] [e-mail [name 1]]")
    #expect(redactor.redact("[redacted:sk-proj-AbCdEf0123456789AbCdEf]") == "[redacted:[redacted:openai-key]]")
    #expect(redactor.redact("[card 4111111111111111]") == "[card [card 1]]")
    #expect(redactor.redact("[e-mail 3] [figure 3] [redacted:jwt]") == "[e-mail 3] [figure [x 1]] [redacted:jwt]")
  }

  @Test("Hostile text takes time in proportion to its length")
  func hostile() {
    let pieces = [
      "@", "a@b.", "a@", "0", "0 ", "+1 ", "(0", "4111 ", "DE89 ", "DE8", "%40", "1.", "12-", "[e-mail 1", "é@",
    ]
    let redactor = FixtureRedactor(
      personalData: [.emailAddresses, .phoneNumbers, .paymentCards, .ibans, .exactly(["0 0"], as: "x")])
    for piece in pieces {
      let text = String(repeating: piece, count: 60_000 / piece.utf8.count)
      let duration = ContinuousClock().measure { _ = redactor.redact(text) }
      #expect(duration < .milliseconds(700), "\(piece)")
    }
  }
}
