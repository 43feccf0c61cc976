/// Which facts a ``FactGuard`` compares.
///
/// Narrow it where a kind does not matter: `FactGuard(kinds: [.numbers, .negation])`.
public struct FactKinds: OptionSet, Sendable, Hashable {
  /// One bit for each kind.
  public let rawValue: UInt32

  /// Kinds from their bits.
  public init(rawValue: UInt32) { self.rawValue = rawValue }

  /// Counts, ordinals, fractions and percentages, in digits or words.
  public static let numbers = FactKinds(rawValue: 1 << 0)
  /// Amounts and their currency.
  public static let money = FactKinds(rawValue: 1 << 1)
  /// Days, months, years and weekdays, and words such as "tomorrow".
  public static let dates = FactKinds(rawValue: 1 << 2)
  /// Times of the day.
  public static let times = FactKinds(rawValue: 1 << 3)
  /// Quantities with a unit, compared after conversion.
  public static let units = FactKinds(rawValue: 1 << 4)
  /// Whether something is said or denied.
  public static let negation = FactKinds(rawValue: 1 << 5)
  /// People, places, products and organisations: words that are written with a capital.
  public static let names = FactKinds(rawValue: 1 << 6)
  /// Codes, web addresses, e-mail addresses and telephone numbers.
  public static let codes = FactKinds(rawValue: 1 << 7)
  /// What must, should, may or will be.
  public static let modality = FactKinds(rawValue: 1 << 8)
  /// All, most, some, few or none.
  public static let quantifiers = FactKinds(rawValue: 1 << 9)
  /// More or less, before or after, open or closed, red or blue, dog or cat: words that exclude each other, and bounds of
  /// a number.
  public static let opposites = FactKinds(rawValue: 1 << 10)
  /// Who does what to whom.
  public static let roles = FactKinds(rawValue: 1 << 11)

  /// Every kind.
  public static let all = FactKinds(rawValue: (1 << 12) - 1)

  /// The name of a single kind in messages and files: "number", "money"; "facts" for a set of several.
  public var name: String {
    switch self {
    case .numbers: "number"
    case .money: "money"
    case .dates: "date"
    case .times: "time"
    case .units: "unit"
    case .negation: "negation"
    case .names: "name"
    case .codes: "code"
    case .modality: "modality"
    case .quantifiers: "quantifier"
    case .opposites: "opposite"
    case .roles: "role"
    default: "facts"
    }
  }
}
