/// What a value breaks, as a walk notes it: small, so that an alternative that does not fit costs no text.
/// ``SchemaViolations`` makes of it what people see.
struct SchemaFault {
  enum Kind {
    case nothingAllowed
    case type
    case value(Int)
    case bound(Int)
    case multiple
    case minimumLength(Int)
    case maximumLength(Int)
    case pattern
    case undecidedPattern
    case format
    case contentIsNotBase64
    case contentIsNotJSON
    case minimumItems
    case maximumItems
    case repeated(Int, Int)
    case containsTooFew(Int)
    case containsTooMany(Int)
    case minimumProperties
    case maximumProperties
    case required(SchemaKey)
    case additionalProperty
    case undecidedPatternProperty(Int)
    case dependentRequired(Int, missing: SchemaKey)
    case unevaluatedProperty
    case unevaluatedItem
    case noneOfAny([[SchemaFault]])
    case noneOfOne([[SchemaFault]])
    case severalOfOne(Int, Int)
    case not(Int32)
  }

  let kind: Kind
  let schema: Int32
  let node: Int
  /// The last step on the way, in ``SchemaNotes/trail``.
  let step: Int32
}

/// What a walk notes.
final class SchemaNotes {
  var faults: [SchemaFault] = []
  var trail = SchemaTrail()
}

/// The ways on which a walk has gone from its beginning: each step knows the one before it.
struct SchemaTrail {
  struct Step {
    var parent: Int32
    var keyword: Keyword
    /// What follows the keyword in the path: a position, or what ``keyword`` says.
    var token: Int32
    /// The value's node behind the step.
    var node: Int
    /// The position in the array that was stepped into; ``property`` or ``samePlace``.
    var element: Int
  }

  enum Keyword: UInt8 {
    case properties, additionalProperties, propertyNames, unevaluatedProperties
    /// The token is an index into ``SchemaProgram/patternProperties``.
    case patternProperties
    case prefixItems, items, additionalItems, unevaluatedItems
    /// The token is an index into ``SchemaProgram/dependents``.
    case dependent
    case reference, dynamicReference, recursiveReference
    case all, any, one
    case then, otherwise
  }

  static let property = -1
  static let samePlace = -2

  var steps: [Step] = []
  /// The step that was taken last; -1 at the beginning.
  var last: Int32 = -1

  mutating func push(_ keyword: Keyword, token: Int32 = -1, node: Int, element: Int) {
    steps.append(Step(parent: last, keyword: keyword, token: token, node: node, element: element))
    last = Int32(steps.count - 1)
  }

  mutating func pop() { last = steps[Int(last)].parent }
}
