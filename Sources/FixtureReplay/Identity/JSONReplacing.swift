import StructuredOutput

extension JSONValue {
  /// What an item of a list or an object is called by.
  enum ItemName {
    case index(Int)
    case key(String)
  }

  /// A list or an object with other items; nil where none is replaced, and for a value that has no items. Nearly every
  /// request stays as it is, and is not copied then.
  ///
  /// - Parameter replacement: What stands in the place of an item; nil where it stays.
  func replacingItems(_ replacement: (ItemName, JSONValue) -> JSONValue?) -> JSONValue? {
    switch self {
    case .array(let items):
      var changed: [JSONValue]?
      for (index, item) in items.enumerated() {
        guard let value = replacement(.index(index), item) else { continue }
        if changed == nil { changed = items }
        changed?[index] = value
      }
      return changed.map { .array($0) }
    case .object(let object):
      var changed: JSONObject?
      for (key, item) in object {
        guard let value = replacement(.key(key), item) else { continue }
        if changed == nil { changed = object }
        changed?[key] = value
      }
      return changed.map { .object($0) }
    default: return nil
    }
  }
}
