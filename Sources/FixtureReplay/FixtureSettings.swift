import DurableFiles
import Foundation
import StructuredOutput

/// What a package declares for all its fixtures, in `settings.json` of the folder that holds them.
///
/// ```json
/// {
///   "ignore": ["/metadata/user_id"],
///   "normalize": ["dates", {"name": "ticket", "pattern": "T-[0-9]+", "replacement": "[ticket]"}],
///   "redact": ["emailAddresses", {"name": "customer", "pattern": "C[0-9]{6}"}],
///   "maximumAge": "90d",
///   "includesHost": false
/// }
/// ```
///
/// Each part may be left out. Suites and tests add to it.
public enum FixtureSettings {
  static let fileName = "settings.json"

  /// What the settings of a folder declare; nothing where it has none.
  ///
  /// - Throws: ``FixtureFault`` that names the file and what of it cannot be used: a setting that does nothing would let
  ///   personal data into files.
  public static func options(in directory: URL) throws(FixtureFault) -> FixtureOptions {
    let url = directory.appending(path: fileName, directoryHint: .notDirectory)
    let bytes: [UInt8]?
    do throws(FileFault) {
      bytes = try DurableFile.read(url)
    } catch {
      throw FixtureFault(.unusableRule, "\(error)")
    }
    guard let bytes else { return FixtureOptions() }
    do throws(SettingFault) {
      return try read(bytes)
    } catch {
      throw FixtureFault(.unusableRule, "The settings \(url.path) cannot be used: \(error.reason)")
    }
  }

  /// What the settings nearest above a fixture declare, not beyond a root.
  static func options(above fixture: URL, root: PackageRoot) throws(FixtureFault) -> FixtureOptions {
    var folder = fixture.deletingLastPathComponent().standardizedFileURL
    while folder.path.hasPrefix(root.url.path), folder.path.count > 1 {
      let file = folder.appending(path: fileName, directoryHint: .notDirectory)
      if FileManager.default.fileExists(atPath: file.path) { return try options(in: folder) }
      folder = folder.deletingLastPathComponent().standardizedFileURL
    }
    return FixtureOptions()
  }

  private struct SettingFault: Error {
    let reason: String
  }

  private static func read(_ bytes: [UInt8]) throws(SettingFault) -> FixtureOptions {
    let json: JSONValue
    do throws(JSONParseError) {
      json = try JSONValue(parsing: bytes)
    } catch {
      throw SettingFault(reason: "it is not JSON: \(error)")
    }
    guard let object = json.objectValue else { throw SettingFault(reason: "it is no JSON object.") }
    var options = FixtureOptions()
    for (name, value) in object {
      switch name {
      case "ignore":
        for item in try list(value, name) { options.rules.ignoredPaths.append(try path(item)) }
      case "normalize":
        for item in try list(value, name) { options.rules.normalizers.append(try normalizer(item)) }
      case "redact":
        for item in try list(value, name) { options.personalData.append(try redactor(item)) }
      case "maximumAge":
        guard let age = value.stringValue.flatMap({ FixtureAge($0) }) else {
          throw SettingFault(
            reason: "\"maximumAge\" is \(shown(value)), and no age such as \"90d\", \"12w\" or \"36h\".")
        }
        options.maximumAge = age
      case "includesHost":
        guard let includes = value.boolValue else {
          throw SettingFault(reason: "\"includesHost\" is \(shown(value)), and neither true nor false.")
        }
        options.rules.includesHost = includes
      default:
        let names = "ignore, normalize, redact, maximumAge, includesHost"
        throw SettingFault(reason: "\(shown(.string(name))) is no setting; there are: \(names).")
      }
    }
    return options
  }

  private static func list(_ value: JSONValue, _ name: String) throws(SettingFault) -> [JSONValue] {
    guard let items = value.arrayValue else {
      throw SettingFault(reason: "\"\(name)\" is \(shown(value)), and no list.")
    }
    return items
  }

  private static func path(_ item: JSONValue) throws(SettingFault) -> IgnoredPath {
    guard let text = item.stringValue else {
      throw SettingFault(reason: "\"ignore\" holds \(shown(item)), and no pointer such as \"/metadata/user_id\".")
    }
    do throws(FixtureFault) {
      return try IgnoredPath(text)
    } catch {
      throw SettingFault(reason: error.message)
    }
  }

  private static func normalizer(_ item: JSONValue) throws(SettingFault) -> TextNormalizer {
    let builtIn: [TextNormalizer] = [.dates, .times, .uuids, .temporaryPaths, .absolutePaths]
    if let text = item.stringValue, let normalizer = builtIn.first(where: { $0.name == text }) { return normalizer }
    let (name, pattern) = try custom(item, in: "normalize", builtIn: builtIn.map(\.name))
    let normalizer = TextNormalizer.custom(
      name: name, pattern: pattern, replacement: item["replacement"]?.stringValue)
    if let fault = normalizer.fault { throw SettingFault(reason: fault) }
    return normalizer
  }

  private static func redactor(_ item: JSONValue) throws(SettingFault) -> PersonalDataRedactor {
    let builtIn: KeyValuePairs<String, PersonalDataRedactor> = [
      "emailAddresses": .emailAddresses, "phoneNumbers": .phoneNumbers, "paymentCards": .paymentCards, "ibans": .ibans,
    ]
    if let text = item.stringValue, let redactor = builtIn.first(where: { $0.key == text }) { return redactor.value }
    let (name, pattern) = try custom(item, in: "redact", builtIn: builtIn.map(\.key))
    return .custom(name: name, pattern: pattern)
  }

  private static func custom(
    _ item: JSONValue, in setting: String, builtIn: [String]
  ) throws(SettingFault) -> (name: String, pattern: String) {
    guard let name = item["name"]?.stringValue, let pattern = item["pattern"]?.stringValue else {
      throw SettingFault(
        reason: """
          "\(setting)" holds \(shown(item)), which is neither one of \(builtIn.joined(separator: ", ")) nor an object \
          with a "name" and a "pattern".
          """)
    }
    do {
      _ = try TextPatternSearch(pattern)
    } catch {
      throw SettingFault(reason: "the pattern of \(shown(.string(name))) is malformed: \(error)")
    }
    return (name, pattern)
  }

  private static func shown(_ value: JSONValue) -> String {
    let text = value.compactText
    return text.count <= 60 ? text : text.prefix(60) + "…"
  }
}
