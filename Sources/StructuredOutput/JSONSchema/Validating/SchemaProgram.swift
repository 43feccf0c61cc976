/// A compiled schema as flat plain data that a walk reads without counting references.
///
/// Sendable because nothing of it changes once it is made, and because nobody else holds its blocks, which it frees.
final class SchemaProgram: @unchecked Sendable {
  let records: UnsafePointer<SchemaRecord>
  let strings: UnsafePointer<StringRules>
  let numbers: UnsafePointer<NumberRules>
  let bounds: UnsafePointer<NumberBound>
  let arrays: UnsafePointer<ArrayRules>
  let objects: UnsafePointer<ObjectRules>
  let slots: UnsafePointer<PropertySlot>
  let patternProperties: UnsafePointer<PatternProperty>
  let dependents: UnsafePointer<DependentRule>
  let values: UnsafePointer<ValueRules>
  let rules: UnsafePointer<CombiningRule>
  let list: UnsafePointer<Int32>
  let keys: UnsafePointer<SchemaKey>
  let keyBytes: UnsafePointer<UInt8>
  /// The values of `const` and `enum`, as one array.
  let constants: JSONDocument
  /// The blocks of ``constants``, which live as long as the program.
  let constantNodes: UnsafeBufferPointer<JSONNode>
  let constantBytes: UnsafeBufferPointer<UInt8>
  let patterns: [TextPattern]
  /// The engines of ``patterns``, not counted as references.
  let engines: UnsafePointer<UnsafeRawPointer>
  let formats: [JSONSchemaFormat]
  let multiples: [ExactMultiple]
  /// By dynamic name, then by resource: the schema, or -1.
  let dynamicTargets: [[Int32]]
  /// Where each schema stands, for who reports.
  let places: [SchemaPlace]
  /// The limits of numbers as they are written, parallel to ``bounds``.
  let limits: [JSONNumber]
  /// Whether references depend on the way by which they were reached.
  let hasDynamicScope: Bool

  private let blocks: [UnsafeMutableRawPointer]

  init(_ parts: SchemaProgramParts) {
    var blocks: [UnsafeMutableRawPointer] = []
    func freeze<Element: BitwiseCopyable>(_ elements: [Element]) -> UnsafePointer<Element> {
      let block = UnsafeMutablePointer<Element>.allocate(capacity: max(elements.count, 1))
      block.initialize(from: elements, count: elements.count)
      blocks.append(UnsafeMutableRawPointer(block))
      return UnsafePointer(block)
    }
    records = freeze(parts.records)
    strings = freeze(parts.strings)
    numbers = freeze(parts.numbers)
    bounds = freeze(parts.bounds)
    arrays = freeze(parts.arrays)
    objects = freeze(parts.objects)
    slots = freeze(parts.slots)
    patternProperties = freeze(parts.patternProperties)
    dependents = freeze(parts.dependents)
    values = freeze(parts.values)
    rules = freeze(parts.rules)
    list = freeze(parts.list)
    keys = freeze(parts.keys)
    keyBytes = freeze(parts.keyBytes)
    constants = JSONDocument(.array(parts.constants))
    (constantNodes, constantBytes) = constants.withNodes { ($0, $1) }
    patterns = parts.patterns
    engines = freeze(parts.patterns.map { UnsafeRawPointer(Unmanaged.passUnretained($0.engine).toOpaque()) })
    formats = parts.formats
    multiples = parts.multiples
    dynamicTargets = parts.dynamicTargets
    places = parts.places
    limits = parts.limits
    hasDynamicScope = !parts.dynamicTargets.isEmpty
    self.blocks = blocks
  }

  deinit { for block in blocks { block.deallocate() } }
}

/// What a ``SchemaProgram`` is made of, while it is put together.
struct SchemaProgramParts {
  var records: [SchemaRecord] = []
  var strings: [StringRules] = []
  var numbers: [NumberRules] = []
  var bounds: [NumberBound] = []
  var arrays: [ArrayRules] = []
  var objects: [ObjectRules] = []
  var slots: [PropertySlot] = []
  var patternProperties: [PatternProperty] = []
  var dependents: [DependentRule] = []
  var values: [ValueRules] = []
  var rules: [CombiningRule] = []
  var list: [Int32] = []
  var keys: [SchemaKey] = []
  var keyBytes: [UInt8] = []
  var constants: [JSONValue] = []
  var patterns: [TextPattern] = []
  var formats: [JSONSchemaFormat] = []
  var multiples: [ExactMultiple] = []
  var dynamicTargets: [[Int32]] = []
  var places: [SchemaPlace] = []
  var limits: [JSONNumber] = []
}

/// Where a schema stands: the pointer to it in its resource, and the resource's address.
struct SchemaPlace: Sendable {
  var address: String
  var pointer: String
}

/// One schema. Indices lead into the program's parts; -1 is none.
struct SchemaRecord: BitwiseCopyable {
  /// A bit for each ``JSONNode/Kind`` that `type` allows.
  var kinds: UInt16 = .max
  /// Whether a decimal is allowed only where it has no fraction.
  var wantsWholeDecimals = false
  /// Whether nothing but ``kinds`` is asked for.
  var isTypeOnly = true
  /// The kinds that may be allowed, and those that are whatever else the value holds; see `SchemaForesight.swift`.
  var possible: UInt16 = .max
  var certain: UInt16 = 0
  /// Another schema that stands for this one, which is a mere reference; -1 otherwise.
  var alias: Int32 = -1
  var string: Int32 = -1
  var number: Int32 = -1
  var array: Int32 = -1
  var object: Int32 = -1
  /// Stretch of ``SchemaProgram/values``: `const` and `enum`.
  var values: PartRange = .none
  var rules: PartRange = .none
  var unevaluatedProperties: Int32 = -1
  var unevaluatedItems: Int32 = -1
  var resource: Int32 = 0
}

/// A stretch of one of the program's parts.
struct PartRange: BitwiseCopyable {
  var start: Int32
  var count: Int32

  static let none = PartRange(start: 0, count: 0)

  var indices: Range<Int> { Int(start)..<Int(start) + Int(count) }
}

struct StringRules: BitwiseCopyable {
  var minimumLength: UInt32 = 0
  var maximumLength: UInt32 = .max
  var pattern: Int32 = -1
  var format: Int32 = -1
  var contentIsBase64 = false
  var contentIsJSON = false
}

struct NumberRules: BitwiseCopyable {
  var bounds: PartRange = .none
  /// An index into ``SchemaProgram/multiples``.
  var multiple: Int32 = -1
  /// `multipleOf` where that is a whole number of 64 bits, else 0.
  var wholeMultiple: Int64 = 0
}

/// `minimum`, `maximum` and their exclusive forms.
struct NumberBound: BitwiseCopyable {
  var isMaximum: Bool
  var isExclusive: Bool
  /// Whether ``limit`` is the exact limit; else the number in ``SchemaProgram/limits`` is.
  var isShort: Bool
  var limit: ShortDecimal
}

struct ArrayRules: BitwiseCopyable {
  var minimum: UInt32 = 0
  var maximum: UInt32 = .max
  var isUnique = false
  /// Whether the keywords are `items` and `additionalItems` rather than `prefixItems` and `items`.
  var hasOlderNames = false
  var marksContained = false
  /// Stretch of ``SchemaProgram/list``.
  var prefix: PartRange = .none
  var rest: Int32 = -1
  var contains: Int32 = -1
  var minimumContained: UInt32 = 1
  var maximumContained: UInt32 = .max
}

struct ObjectRules: BitwiseCopyable {
  static let anything: Int32 = -1
  static let nothing: Int32 = -2

  var minimum: UInt32 = 0
  var maximum: UInt32 = .max
  /// The table of the known keys, by open addressing: a stretch of ``SchemaProgram/slots``.
  var slots: Int32 = 0
  var slotMask: UInt32 = 0
  /// A bit for each of the first 64 required keys.
  var required: UInt64 = 0
  /// Stretch of ``SchemaProgram/keys``.
  var requiredKeys: PartRange = .none
  var declaredKeys: PartRange = .none
  var patterns: PartRange = .none
  /// A schema, ``anything`` or ``nothing``.
  var additional: Int32 = anything
  /// Whether `additionalProperties` is written, so that no property is left for `unevaluatedProperties`.
  var marksAdditional = false
  var names: Int32 = -1
  var dependents: PartRange = .none
  /// Whether keys must be looked at at all.
  var looksAtKeys = false
}

struct PropertySlot: BitwiseCopyable {
  var hash: UInt32 = 0
  var isUsed = false
  /// Whether it stands in `properties`, and not only in `required`.
  var isDeclared = false
  /// The place of its bit in ``ObjectRules/required``; 255 for none.
  var bit: UInt8 = 255
  var key: SchemaKey = SchemaKey(offset: 0, count: 0)
  /// -1 where every value will do.
  var schema: Int32 = -1
}

/// A key in ``SchemaProgram/keyBytes``.
struct SchemaKey: BitwiseCopyable {
  var offset: UInt32
  var count: UInt32
}

struct PatternProperty: BitwiseCopyable {
  var pattern: Int32
  var schema: Int32
}

/// One key of `dependentRequired`, `dependentSchemas` or `dependencies`.
struct DependentRule: BitwiseCopyable {
  var key: SchemaKey
  /// Stretch of ``SchemaProgram/keys``.
  var required: PartRange = .none
  var schema: Int32 = -1
  var isDependencies: Bool
}

/// `const` and `enum`: the values are nodes of ``SchemaProgram/constants``.
struct ValueRules: BitwiseCopyable {
  var isEnum: Bool
  /// Stretch of ``SchemaProgram/list``, of node indices.
  var nodes: PartRange
  /// A bit for each kind that one of the values has; numbers have both bits.
  var kinds: UInt16
  /// Where there are many strings, a table of their nodes by open addressing: a stretch of ``SchemaProgram/list`` with
  /// -1 for a free slot; else empty.
  var strings: PartRange = .none

  /// Up to so many values are compared one by one.
  static let comparedValues = 8
}

struct CombiningRule: BitwiseCopyable {
  enum Kind: UInt8 {
    case reference, dynamicReference, recursiveReference, all, any, one, not, condition
  }

  var kind: Kind
  /// The schema referred to, negated or the condition.
  var first: Int32 = -1
  /// `then`; for dynamic references the name's index in ``SchemaProgram/dynamicTargets``, -1 for one that is static.
  var second: Int32 = -1
  /// `else`.
  var third: Int32 = -1
  /// Stretch of ``SchemaProgram/list``: the branches.
  var branches: PartRange = .none
}
