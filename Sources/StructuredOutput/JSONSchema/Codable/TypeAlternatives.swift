/// The different things that a type has asked for in different runs, as one schema.
struct TypeAlternatives {
  private struct Shape {
    var schema: JSONValue
    /// By property, the values on which code may have branched.
    var choices: [String: [JSONValue]] = [:]
  }

  private var shapes: [Shape] = []
  private var choosers: [String] = []

  init(places: [RecordedPlace], descriptions: [String: String]) {
    for place in places {
      let schema = place.schema(descriptions: descriptions)
      let index =
        shapes.firstIndex { $0.schema == schema }
        ?? {
          shapes.append(Shape(schema: schema))
          return shapes.count - 1
        }()
      for property in place.properties {
        guard let choice = property.choice?.value else { continue }
        if !choosers.contains(property.key) { choosers.append(property.key) }
        shapes[index].choices[property.key, default: []].appendIfNew(choice)
      }
    }
  }

  var schema: JSONValue {
    if shapes.count == 1 { return shapes[0].schema }
    guard let chooser = choosers.first(where: decides) else { return ["anyOf": .array(shapes.map(\.schema))] }
    return ["oneOf": .array(shapes.map { narrowed($0, to: chooser) })]
  }

  /// Whether a property's value tells which shape it is.
  private func decides(_ key: String) -> Bool {
    var seen: [JSONValue] = []
    for shape in shapes {
      guard let values = shape.choices[key], !values.contains(where: seen.contains) else { return false }
      seen += values
    }
    return true
  }

  private func narrowed(_ shape: Shape, to key: String) -> JSONValue {
    guard case .object(var schema) = shape.schema, case .object(var properties)? = schema["properties"],
      case .object(var property)? = properties[key]
    else { return shape.schema }
    property["enum"] = .array(shape.choices[key] ?? [])
    properties[key] = .object(property)
    schema["properties"] = .object(properties)
    return .object(schema)
  }
}
