import LanguageModels
import StructuredOutput

/// Takes out of requests and answers what must not be kept: credentials always, and the personal data that a spec
/// declares.
///
/// What looks like a credential is replaced by `[redacted:KIND]`, the same text for the same kind, so that the redacted
/// request has one identity whatever key it was sent with. Personal data is replaced by placeholders that are
/// numbered through request and answer together.
public struct FixtureRedactor: Sendable {
  /// The version of the redaction rules, written into each fixture.
  ///
  /// A fixture of an older version replays all the same: what it holds is redacted once more when it is read.
  public static let version = 2

  /// Knows the shapes of credentials and nothing else.
  public static let standard = FixtureRedactor()

  /// The personal data that is taken out, in the order of the declaration.
  public let personalData: [PersonalDataRedactor]
  /// Exact values that must not be kept, whatever they look like; longer ones first.
  private let secrets: [[UInt8]]

  /// Makes a redactor.
  ///
  /// - Parameters:
  ///   - secrets: Exact values that are taken out as well. Values of fewer than 8 bytes are left alone: they would tear
  ///     ordinary words.
  ///   - personalData: What else is taken out.
  public init(secrets: some Sequence<String> = [], personalData: [PersonalDataRedactor] = []) {
    self.init(secretBytes: secrets.map { Array($0.utf8) }, personalData: personalData)
  }

  private init(secretBytes: [[UInt8]], personalData: [PersonalDataRedactor]) {
    self.secrets = secretBytes.filter { $0.count >= 8 }.sorted { left, right in
      left.count != right.count ? left.count > right.count : left.lexicographicallyPrecedes(right)
    }
    self.personalData = personalData
  }

  /// The same redactor, which also takes these exact values out.
  public func adding(secrets: some Sequence<String>) -> FixtureRedactor {
    FixtureRedactor(secretBytes: self.secrets + secrets.map { Array($0.utf8) }, personalData: personalData)
  }

  /// The same redactor without what the spec declared.
  var withoutPersonalData: FixtureRedactor { FixtureRedactor(secretBytes: secrets, personalData: []) }

  /// Whether a header or query item of this name holds a credential.
  public static func isCredentialName(_ name: String) -> Bool { CredentialNames.whole.contains(name.lowercased()) }

  /// A text without credentials and declared personal data, as an exchange by itself.
  public func redact(_ text: String) -> String {
    var redaction = ExchangeRedaction(self)
    return redaction.redact(text)
  }

  /// A JSON value without credentials and declared personal data, as an exchange by itself. Strings under a key that
  /// names a credential go whole; `key` alone is too common a word in data to be one.
  public func redact(_ json: JSONValue) -> JSONValue {
    var redaction = ExchangeRedaction(self)
    return redaction.redact(json)
  }

  /// JSON values without credentials and declared personal data, as one exchange: what stands in several of them has one
  /// placeholder.
  public func redact(_ values: [JSONValue]) -> [JSONValue] {
    var redaction = ExchangeRedaction(self)
    return values.map { redaction.redact($0) }
  }

  /// A body without credentials and declared personal data, as an exchange by itself.
  public func redact(_ body: HTTPRequest.Body) -> HTTPRequest.Body {
    var redaction = ExchangeRedaction(self)
    return redaction.redact(body)
  }

  // MARK: Looking

  /// What a string under this key is replaced by whole; nil where only its text decides.
  func placeholder(for value: String, under key: String?) -> String? {
    guard let key, !value.isEmpty else { return nil }
    if key != "key", Self.isCredentialName(key) { return "[redacted:\(key.lowercased())]" }
    return NamedCredential.kind(of: value, under: key).map { "[redacted:\($0)]" }
  }

  /// What is to be replaced in a text, and the placeholders in it, in order and without overlaps.
  ///
  /// - Throws: ``UnsearchedText`` where a declared pattern came to no end.
  func passages(in text: String) throws(UnsearchedText) -> [RedactedPassage] {
    var text = text
    do {
      return try text.withUTF8 { try passages(in: $0) }
    } catch let error as UnsearchedText {
      throw error
    } catch {
      throw UnsearchedText(reason: "\(error)")
    }
  }

  /// What is to be replaced in some UTF-8 text, and the placeholders in it.
  func passages(in bytes: UnsafeBufferPointer<UInt8>) throws(UnsearchedText) -> [RedactedPassage] {
    let credentials = CredentialScan.findings(in: bytes)
    if credentials.isEmpty, secrets.isEmpty, personalData.isEmpty { return [] }
    var passages = credentials.map { RedactedPassage(range: $0.range, content: .credential($0.kind)) }
    for secret in secrets {
      passages += ByteSearch.ranges(of: secret, in: bytes).map {
        RedactedPassage(range: $0, content: .credential("credential"))
      }
    }
    if !personalData.isEmpty {
      passages += Placeholder.all(in: bytes, names: personalData.map(\.name)).map {
        RedactedPassage(range: $0.range, content: .placeholder(name: $0.name, number: $0.number))
      }
    }
    for redactor in personalData {
      passages += try redactor.findings(in: bytes).map {
        RedactedPassage(range: $0.range, content: .personal(name: redactor.name, value: $0.value))
      }
    }
    return RedactedPassage.merged(passages, in: bytes)
  }
}
