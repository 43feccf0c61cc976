import StructuredOutput

/// The form of a JSON document without its values: which keys it has, of which types, and how long its arrays are.
///
/// The elements of an array share one place, `/items/*`, so that a document of ten lines of one kind has the form of one
/// of two.
struct JSONShape: Hashable {
  /// Something that is not the same in two documents.
  struct Difference: Hashable {
    var place: String
    var was: String
    var now: String
  }

  /// The most places that are looked at, and the deepest. What lies beyond is not compared.
  private static let mostPlaces = 1_000
  private static let deepest = 32
  /// The most characters of a key in a place.
  private static let longestKey = 60

  private struct Place: Hashable {
    var parent: String?
    var kinds: Set<String> = []
    var lengths: Set<String> = []

    var kindsInWords: String { kinds.sorted().joined(separator: " or ") }
    var lengthsInWords: String { "array of " + lengths.sorted().joined(separator: " or ") }
  }

  private var places: [String: Place] = [:]

  init(_ json: JSONValue) {
    var open: [(path: String, parent: String?, depth: Int, value: JSONValue)] = [("", nil, 0, json)]
    while let (path, parent, depth, value) = open.popLast() {
      guard places[path] != nil || places.count < Self.mostPlaces else { continue }
      places[path, default: Place(parent: parent)].kinds.insert(Self.kind(of: value))
      guard depth < Self.deepest else { continue }
      switch value {
      case .array(let elements):
        places[path]?.lengths.insert(Self.length(of: elements))
        for element in elements { open.append((path + "/*", path, depth + 1, element)) }
      case .object(let object):
        for (key, member) in object {
          open.append((path + "/" + Self.token(key), path, depth + 1, member))
        }
      default: break
      }
    }
  }

  /// What is different, in the order of the places; of what is new or gone as a whole only the top is named.
  static func differences(_ was: JSONShape, _ now: JSONShape) -> [Difference] {
    let paths = Set(was.places.keys).union(now.places.keys).sorted()
    var differences: [Difference] = []
    for path in paths {
      let (old, new) = (was.places[path], now.places[path])
      guard let old, let new else {
        let parent = (old ?? new)?.parent ?? ""
        // Where nothing could stand in it, the difference of what should hold it says it.
        let holder = (old == nil ? was : now).places[parent]
        guard let holder, holder.kinds.contains("object"), !path.hasSuffix("/*") else { continue }
        differences.append(
          Difference(place: path, was: old?.kindsInWords ?? "not there", now: new?.kindsInWords ?? "not there"))
        continue
      }
      let place = path.isEmpty ? "the document" : path
      if old.kinds != new.kinds {
        differences.append(Difference(place: place, was: old.kindsInWords, now: new.kindsInWords))
      } else if old.lengths != new.lengths {
        differences.append(Difference(place: place, was: old.lengthsInWords, now: new.lengthsInWords))
      }
    }
    return differences
  }

  private static func kind(of value: JSONValue) -> String {
    switch value {
    case .null: "null"
    case .bool: "boolean"
    case .number: "number"
    case .string: "string"
    case .array: "array"
    case .object: "object"
    }
  }

  private static func length(of elements: [JSONValue]) -> String {
    switch elements.count {
    case 0: "no element"
    case 1: "one element"
    default: "several elements"
    }
  }

  /// RFC 6901, section 3; a long key is cut.
  private static func token(_ key: String) -> String {
    // A key of that name is not the elements of an array.
    if key == "*" { return "\"*\"" }
    let text = key.count <= longestKey ? key : key.prefix(longestKey) + "…"
    return text.map { $0 == "~" ? "~0" : $0 == "/" ? "~1" : String($0) }.joined()
  }
}
