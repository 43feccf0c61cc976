/// A kind of personal data that a spec declares, so that it is taken out of what is kept.
///
/// Each value gets a placeholder such as `[e-mail 1]`. Within one exchange equal values get equal placeholders and
/// different values different ones, so that a redacted text still says who is who.
///
/// While recording, a streamed answer reaches the app only when it is complete, because what was passed on cannot be taken
/// back; a name of a JSON member that holds personal data refuses the exchange.
///
/// Nobody can find all personal data by its form. These kinds are careful: they leave what may as well be an order
/// number, a date or a price. For what you know, there is ``exactly(_:as:)``.
public struct PersonalDataRedactor: Sendable, Hashable, CustomStringConvertible {
  /// What its placeholders are called by, such as `e-mail`.
  public let name: String
  private let rule: Rule

  private enum Rule: Sendable, Hashable {
    case emailAddresses
    case phoneNumbers
    case paymentCards
    case ibans
    case exactly(ExactValueScan)
    case custom(CustomPattern)
  }

  private init(_ name: String, _ rule: Rule) {
    self.name = Self.fit(name)
    self.rule = rule
  }

  /// E-mail addresses: `[e-mail 1]`. The forms of RFC 5321 that are in use, letters with accents, Greek and Cyrillic ones
  /// included; equal without regard to case.
  public static let emailAddresses = PersonalDataRedactor("e-mail", .emailAddresses)

  /// Phone numbers: `[phone 1]`. E.164 with `+`, the North American 3-3-4, national numbers in groups behind a 0, and 7 to
  /// 15 digits behind a word such as `phone`; equal by their digits.
  public static let phoneNumbers = PersonalDataRedactor("phone", .phoneNumbers)

  /// Numbers of payment cards: `[card 1]`. 13 to 19 digits of a card scheme with the right check digit (ISO/IEC 7812).
  public static let paymentCards = PersonalDataRedactor("card", .paymentCards)

  /// Bank account numbers: `[IBAN 1]`. Of a country and a length of the registry, with right check digits (ISO 13616).
  public static let ibans = PersonalDataRedactor("IBAN", .ibans)

  /// Known values, letter by letter, where they stand as words of their own: `.exactly(["Jane Doe"], as: "name")` gives
  /// `[name 1]`.
  public static func exactly(_ values: [String], as name: String) -> PersonalDataRedactor {
    PersonalDataRedactor(name, .exactly(ExactValueScan(values)))
  }

  /// What a regular expression finds: ECMA-262's syntax with the flag `u`; `(?i)` at the beginning ignores case.
  ///
  /// A search that comes to no end within a set number of steps refuses the call, as does a pattern that is malformed or
  /// that finds itself in what it leaves: nothing is sent or kept then that was not searched through.
  public static func custom(name: String, pattern: String) -> PersonalDataRedactor {
    PersonalDataRedactor(name, .custom(CustomPattern(pattern)))
  }

  /// Letters, digits, blanks and dashes, so that a placeholder can be told from other text.
  private static func fit(_ name: String) -> String {
    var fit = String(name.map { $0.isLetter || $0.isNumber || $0 == " " || $0 == "_" ? $0 : "-" })
    while fit.utf8.count > 40 { fit.removeLast() }
    return fit.isEmpty ? "data" : fit
  }

  /// The name.
  public var description: String { name }

  /// Everything of this kind in some UTF-8 text, in order and without overlaps.
  ///
  /// - Throws: ``UnsearchedText`` where a pattern's search came to no end.
  func findings(in bytes: UnsafeBufferPointer<UInt8>) throws(UnsearchedText) -> [PersonalDataFinding] {
    switch rule {
    case .emailAddresses: EmailAddressScan.findings(in: bytes)
    case .phoneNumbers: PhoneNumberScan.findings(in: bytes)
    case .paymentCards: PaymentCardScan.findings(in: bytes)
    case .ibans: IBANScan.findings(in: bytes)
    case .exactly(let values): values.findings(in: bytes)
    case .custom(let pattern): try pattern.findings(in: bytes, name: name)
    }
  }
}
