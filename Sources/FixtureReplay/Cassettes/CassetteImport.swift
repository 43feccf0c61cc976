import DurableFiles
import Foundation
import StructuredOutput

/// What a file holds that another tool recorded, as the exchanges of fixtures.
///
/// It reads HTTP Archives (HAR 1.2: of browsers, proxies, Polly.JS and this package), and the cassettes of vcrpy and of
/// Ruby's VCR, as YAML or JSON. Each request gets the identity that it would have got when it was recorded here, bodies
/// are decompressed, `text/event-stream` becomes events, and credentials are taken out.
public struct CassetteImport: Sendable {
  /// An exchange, and the test that an export of this package says it belongs to.
  public struct Imported: Sendable, Hashable {
    /// The exchange. Its ordinal is 0 where the file does not give it.
    public var exchange: FixtureExchange
    /// The test, as in `SpecIdentity.description`; nil where the file does not name one.
    public var test: String?
  }

  /// A recorded interaction that is not taken over.
  public struct Skipped: Sendable, Hashable {
    /// Its place in the file, from 1.
    public var position: Int
    /// The method and the address without its query, where they are known.
    public var request: String
    /// Why.
    public var reason: String
  }

  /// The format of the file, for people.
  public let format: String
  /// What was taken over, in the order of the file.
  public private(set) var imported: [Imported] = []
  /// What was not.
  public private(set) var skipped: [Skipped] = []

  /// Reads a file.
  ///
  /// - Throws: ``FixtureFault`` of kind ``FixtureFault/Kind/unreadable`` where the file is none of the formats, or
  ///   cannot be read: what was found, in which line, and what to do.
  public init(contentsOf url: URL, redactor: FixtureRedactor = .standard) throws(FixtureFault) {
    let bytes: [UInt8]?
    do throws(FileFault) {
      bytes = try DurableFile.read(url)
    } catch {
      throw FixtureFault(.unreadable, "\(error)")
    }
    guard let bytes else { throw FixtureFault(.unreadable, "there is no such file.") }
    try self.init(bytes: bytes, redactor: redactor)
  }

  /// Reads the bytes of a file; see ``init(contentsOf:redactor:)``.
  public init(bytes: [UInt8], redactor: FixtureRedactor = .standard) throws(FixtureFault) {
    let json = try Self.json(bytes)
    if let log = json?["log"], let entries = log["entries"]?.arrayValue {
      format = TerminalPage.inLine(HARReader.formatName(of: log))
      for (index, entry) in entries.enumerated() {
        let request = Self.name(entry["request"]?["method"]?.stringValue, entry["request"]?["url"]?.stringValue)
        add(index + 1, request) { () throws(SkippedInteraction) in try HARReader.imported(entry, redactor: redactor) }
      }
      return
    }
    let document: YAMLValue
    if let json { document = YAMLValue(json) } else { document = try Self.yaml(bytes) }
    if let interactions = VCRReader.interactions(of: document) {
      format = TerminalPage.inLine(interactions.format)
      for (index, interaction) in interactions.list.enumerated() {
        let request = Self.name(interaction["request"]?["method"]?.text, interaction["request"]?["uri"]?.text)
        add(index + 1, request) { () throws(SkippedInteraction) in
          let recorded = try VCRReader.interaction(interaction, isRuby: interactions.isRuby)
          return Imported(exchange: try recorded.exchange(redactor: redactor))
        }
      }
    } else {
      throw FixtureFault(
        .unreadable,
        """
        it is no recording that is known here: a HAR file has "log" with "entries", a cassette of vcrpy \
        "interactions", one of VCR "http_interactions".
        """)
    }
  }

  private mutating func add(_ position: Int, _ request: String, _ read: () throws(SkippedInteraction) -> Imported) {
    do throws(SkippedInteraction) {
      imported.append(try read())
    } catch {
      skipped.append(Skipped(position: position, request: request, reason: error.reason))
    }
  }

  /// The document, if it is written as JSON.
  private static func json(_ bytes: [UInt8]) throws(FixtureFault) -> JSONValue? {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    let first = body.first { $0 != 0x20 && $0 != 0x0A && $0 != 0x0D && $0 != 0x09 }
    guard let first else { throw FixtureFault(.unreadable, "it is empty.") }
    guard first == UInt8(ascii: "{") else { return nil }
    do throws(JSONParseError) {
      return try JSONValue(parsing: body)
    } catch {
      throw FixtureFault(.unreadable, "it is not JSON: \(error)")
    }
  }

  private static func yaml(_ bytes: [UInt8]) throws(FixtureFault) -> YAMLValue {
    do throws(YAMLError) {
      return try YAMLReader.read(bytes)
    } catch {
      let isTemplate = String(decoding: bytes, as: UTF8.self).contains("<%")
      throw FixtureFault(
        .unreadable,
        "it is no YAML that is read here: \(TerminalPage.inLine(error.description))."
          + (isTemplate ? " It holds \"<%\": cassettes that are ERB templates are not read." : ""))
    }
  }

  /// Without what may hold a key: the query, and the user in front of the host.
  private static func name(_ method: String?, _ address: String?) -> String {
    var place = address.map { $0.prefix { $0 != "?" && $0 != "#" } } ?? "an address that is not given"
    if let scheme = place.firstRange(of: "://") {
      let host = place[scheme.upperBound...].prefix { $0 != "/" }
      if let user = host.lastIndex(of: "@") { place.removeSubrange(scheme.upperBound...user) }
    }
    let shown = FixtureRedactor.standard.redact(String(place))
    return TerminalPage.inLine("\(method?.uppercased().prefix(20) ?? "?") \(shown.prefix(200))")
  }
}
