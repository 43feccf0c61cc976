import LanguageModels
import StructuredOutput

/// One place where two bodies differ.
struct RequestDifference {
  enum Change {
    case replaced(JSONValue, by: JSONValue)
    case gone(JSONValue)
    case new(JSONValue)
  }

  /// More than these nobody reads; one that is reached ends the search.
  static let most = 100

  let place: FieldPlace
  let change: Change

  /// Where two bodies differ, up to ``most`` places; nil where they are no two documents of one kind.
  static func between(_ old: HTTPRequest.Body, _ new: HTTPRequest.Body) -> [RequestDifference]? {
    switch (old, new) {
    case (.json(let old), .json(let new)):
      var differences: [RequestDifference] = []
      compare(old, new, at: FieldPlace(), into: &differences)
      return differences
    case (.bytes(let old), .bytes(let new)):
      if old == new { return [] }
      guard let a = String(validating: old, as: UTF8.self), let b = String(validating: new, as: UTF8.self) else {
        return nil
      }
      return [RequestDifference(place: FieldPlace(), change: .replaced(.string(a), by: .string(b)))]
    default: return old == new ? [] : nil
    }
  }

  private static func compare(
    _ old: JSONValue, _ new: JSONValue, at place: FieldPlace, into differences: inout [RequestDifference]
  ) {
    if differences.count >= most || old == new { return }
    switch (old, new) {
    case (.object(let old), .object(let new)):
      for key in Set(old.keys).union(new.keys).sorted() where differences.count < most {
        let inner = place.appending(.key(key))
        switch (old[key], new[key]) {
        case (let was?, let now?): compare(was, now, at: inner, into: &differences)
        case (let was?, nil): differences.append(RequestDifference(place: inner, change: .gone(was)))
        case (nil, let now?): differences.append(RequestDifference(place: inner, change: .new(now)))
        case (nil, nil): break
        }
      }
    case (.array(let old), .array(let new)):
      compare(old, new, at: place, into: &differences)
    default:
      differences.append(RequestDifference(place: place, change: .replaced(old, by: new)))
    }
  }

  /// What is equal at both ends is set aside, so that an inserted message does not make all behind it differ.
  private static func compare(
    _ old: [JSONValue], _ new: [JSONValue], at place: FieldPlace, into differences: inout [RequestDifference]
  ) {
    let shortest = min(old.count, new.count)
    var start = 0
    while start < shortest, old[start] == new[start] { start += 1 }
    var ending = 0
    while ending < shortest - start, old[old.count - 1 - ending] == new[new.count - 1 - ending] { ending += 1 }
    let (oldEnd, newEnd) = (old.count - ending, new.count - ending)
    var index = start
    while index < max(oldEnd, newEnd), differences.count < most {
      let inner = place.appending(.index(index))
      if index < oldEnd, index < newEnd {
        compare(old[index], new[index], at: inner, into: &differences)
      } else if index < oldEnd {
        differences.append(RequestDifference(place: inner, change: .gone(old[index])))
      } else {
        differences.append(RequestDifference(place: inner, change: .new(new[index])))
      }
      index += 1
    }
  }
}
