import StructuredOutput

/// Something that changes from run to run, in any text of a request, and what stands in its place in the identity.
///
/// Built-in ones read what people and programs write in prompts; a thing that merely could be one is left alone. Each
/// leaves a text alone that it has been through: what it puts in is never taken for something else.
public struct TextNormalizer: Sendable, Hashable {
  enum Form: Sendable, Hashable {
    case volatile(VolatileText.Kinds)
    case custom(CustomNormalization)
  }

  /// The name, as in `.normalizing(.dates)`.
  public let name: String
  /// What stands in place of what is found, such as `[date]`.
  public let placeholder: String
  /// Why it cannot be used; nil where it can. One that cannot changes nothing.
  public let fault: String?
  let form: Form

  private init(_ name: String, _ placeholder: String, _ kinds: VolatileText.Kinds) {
    self.name = name
    self.placeholder = placeholder
    fault = nil
    form = .volatile(kinds)
  }

  /// Dates with day, month and year: ISO 8601, `12.03.2026`, `3/12/2026`, `2026/03/12`, and in English words
  /// (`12 March 2026`, `March 12th, 2026`, `Thu, 12 Mar 2026`), weekday included. Years are 1900 to 2199.
  public static let dates = TextNormalizer("dates", VolatileText.date, .dates)
  /// Times of day with minutes (`10:30`, `9:05 am`, `10:30:15.123+02:00`), those of ISO 8601 time stamps too, and, as
  /// whole or decimal JSON numbers under a key that says time (`timestamp`, `created_at`, `now` …), seconds or
  /// milliseconds since 1970 from the years 2001 to 2100. Digits in a text are no time.
  public static let times = TextNormalizer("times", VolatileText.time, .times)
  /// UUIDs of any version in their form with hyphens (RFC 9562), and ULIDs. Thirty-two hexadecimal digits without hyphens
  /// stay: they may be a digest.
  public static let uuids = TextNormalizer("uuids", VolatileText.uuid, .uuids)
  /// Absolute paths into a folder for temporary files: any with a step `tmp` or `temp` before the last, and
  /// `/var/folders` of macOS. They go whole.
  public static let temporaryPaths = TextNormalizer("temporaryPaths", VolatileText.temporaryPath, .temporaryPaths)
  /// Absolute paths of two steps or more, Unix and Windows: the last step stays, as in `[path]/notes.txt`. Temporary
  /// ones go as by ``temporaryPaths``. The paths of web addresses are none.
  public static let absolutePaths = TextNormalizer("absolutePaths", VolatileText.path, .absolutePaths)

  /// Whatever a pattern finds.
  ///
  /// The syntax is ECMA-262's with the flag `u`, `(?i)` at the beginning to ignore case, without look-around and
  /// back-references. A malformed pattern is reported when a test uses it.
  ///
  /// - Parameters:
  ///   - name: A name for messages.
  ///   - pattern: What is replaced, wherever it stands.
  ///   - replacement: What stands in its place; nil for the name in brackets. It is itself never searched.
  public static func custom(name: String, pattern: String, replacement: String? = nil) -> TextNormalizer {
    TextNormalizer(name: name, CustomNormalization(pattern: pattern, replacement: replacement ?? "[\(name)]"))
  }

  private init(name: String, _ custom: CustomNormalization) {
    self.name = name
    placeholder = custom.replacement
    fault = custom.fault.map { "The normalizer \"\(name)\" cannot be used: \($0)." }
    form = .custom(custom)
  }
}
