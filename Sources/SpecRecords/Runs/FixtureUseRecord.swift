/// What a test used of its fixture: the evidence on which recorded answers are called unused or missing.
public struct FixtureUseRecord: Sendable, Hashable {
  /// The spec's name, as in ``SpecIdentity/description``.
  public var spec: String
  /// The fixture file, from the package's root.
  public var fixture: String
  /// The mode that the test ran in, such as `replay`.
  public var mode: String
  /// How many exchanges the fixture held when the test ended.
  public var exchanges: Int
  /// A digest of which calls those exchanges answer, in their order: positions mean something only in a file of the same
  /// digest.
  public var keys: String
  /// The positions of the exchanges that answered no call.
  public var unused: PositionRanges
  /// The digest of the fixture without its unused exchanges; nil where none is unused.
  public var usedKeys: String?
  /// How many different calls had no recorded answer.
  public var misses: Int
  /// The models that were asked, in order of their names.
  public var models: [String]
  /// Whether every case ran to its end, could be judged, and could use and keep every answer.
  public var isWhole: Bool

  /// Makes a record.
  public init(
    spec: String, fixture: String, mode: String, exchanges: Int, keys: String,
    unused: PositionRanges = PositionRanges(),
    usedKeys: String? = nil, misses: Int = 0, models: [String] = [], isWhole: Bool = true
  ) {
    self.spec = spec
    self.fixture = fixture
    self.mode = mode
    self.exchanges = exchanges
    self.keys = keys
    self.unused = unused
    self.usedKeys = usedKeys
    self.misses = misses
    self.models = models
    self.isWhole = isWhole
  }

  /// This record and a later one of the same test in the same process, together: what one of them used is used.
  ///
  /// Where the fixture grew in between, positions of the two cannot be compared, and the result is not whole.
  public func merging(_ later: FixtureUseRecord) -> FixtureUseRecord {
    var merged = later
    let (sum, isTooMany) = misses.addingReportingOverflow(later.misses)
    merged.misses = isTooMany ? .max : sum
    merged.models = Set(models).union(later.models).sorted()
    let isComparable = keys == later.keys && exchanges == later.exchanges && mode == later.mode
    merged.isWhole = isWhole && later.isWhole && isComparable
    guard isComparable, unused != later.unused else { return merged }
    merged.unused = unused.intersection(later.unused)
    merged.usedKeys = nil
    return merged
  }
}
