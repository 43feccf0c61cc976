import StructuredOutput

/// Where two JSON values differ, each place as a JSON pointer (RFC 6901).
///
/// The order of keys does not count, nor how a number is written: 1.0 is 1.
struct JSONDifferences: CustomStringConvertible {
  /// The differences in words, in the order of the wanted value; no more than ``mostDifferences``.
  private(set) var all: [String] = []

  /// Those beyond are not looked for.
  static let mostDifferences = 100

  /// Two values to compare, and the way to them.
  private struct Pair {
    var found: JSONValue
    var wanted: JSONValue
    /// The index of the way's last step; -1 for none.
    var step: Int
    var progress: [JSONPlaces.Progress]
  }

  private let places: [JSONPlaces]
  /// Steps of ways, each with the index of the one before it.
  private var steps: [(before: Int, token: String)] = []

  init(_ found: JSONValue, wanted: JSONValue, ignoring places: [JSONPlaces]) {
    self.places = places
    if places.isEmpty, found == wanted { return }
    var open = [Pair(found: found, wanted: wanted, step: -1, progress: places.map(\.start))]
    while let pair = open.popLast(), all.count < Self.mostDifferences {
      open += compare(pair).reversed()
    }
  }

  /// The first three, and how many there are.
  var description: String {
    if all.count == 1 { return all[0] + "." }
    let count = all.count < Self.mostDifferences ? "\(all.count)" : "at least \(Self.mostDifferences)"
    let rest = all.count > 3 ? "\n  and \(all.count - 3) more" : ""
    return "\(count) places:" + all.prefix(3).map { "\n  - \($0)" }.joined() + rest
  }

  /// Notes the differences of two values, and returns what is to be compared inside them.
  private mutating func compare(_ pair: Pair) -> [Pair] {
    switch (pair.found, pair.wanted) {
    case (.object(let found), .object(let wanted)):
      var inner: [Pair] = []
      for (key, value) in wanted {
        guard let next = stepping(pair, into: key) else { continue }
        if let own = found[key] {
          inner.append(Pair(found: own, wanted: value, step: next.step, progress: next.progress))
        } else {
          note("is missing; \(Self.brief(value)) is wanted", at: next.step)
        }
      }
      for (key, value) in found where wanted[key] == nil {
        if let next = stepping(pair, into: key) { note("is not wanted: \(Self.brief(value))", at: next.step) }
      }
      return inner
    case (.array(let found), .array(let wanted)):
      var inner: [Pair] = []
      for index in 0..<max(found.count, wanted.count) where all.count < Self.mostDifferences {
        guard let next = stepping(pair, into: String(index)) else { continue }
        if index >= found.count {
          note("is missing; \(Self.brief(wanted[index])) is wanted", at: next.step)
        } else if index >= wanted.count {
          note("is not wanted: \(Self.brief(found[index]))", at: next.step)
        } else {
          inner.append(Pair(found: found[index], wanted: wanted[index], step: next.step, progress: next.progress))
        }
      }
      return inner
    default:
      if pair.found != pair.wanted {
        note("is \(Self.brief(pair.found)), not \(Self.brief(pair.wanted))", at: pair.step)
      }
      return []
    }
  }

  /// The way one step further; nil where it leads to what is ignored.
  private mutating func stepping(_ pair: Pair, into token: String) -> (step: Int, progress: [JSONPlaces.Progress])? {
    var progress: [JSONPlaces.Progress] = []
    for (place, done) in zip(places, pair.progress) {
      let further = place.progress(done, into: token)
      if place.isReached(further) { return nil }
      progress.append(further)
    }
    steps.append((pair.step, token))
    return (steps.count - 1, progress)
  }

  private mutating func note(_ difference: String, at step: Int) {
    guard all.count < Self.mostDifferences else { return }
    all.append("\(pointer(to: step)) \(difference)")
  }

  private func pointer(to step: Int) -> String {
    guard step >= 0 else { return "the whole value" }
    var tokens: [String] = []
    var place = step
    while place >= 0 {
      tokens.append(steps[place].token.replacing("~", with: "~0").replacing("/", with: "~1"))
      place = steps[place].before
    }
    let pointer = tokens.reversed().map { "/" + $0 }.joined()
    return QuotedExcerpt(pointer, limit: 200).description
  }

  /// A value in a few words.
  private static func brief(_ value: JSONValue) -> String {
    switch value {
    case .null: return "null"
    case .bool(let value): return "\(value)"
    case .number(let number): return String(number.text.prefix(40)) + (number.text.utf8.count > 40 ? "…" : "")
    case .string(let string): return "the string \(QuotedExcerpt(string, limit: 60))"
    case .array(let elements): return elements.isEmpty ? "an empty array" : "an array of \(elements.count)"
    case .object(let object):
      return object.isEmpty ? "an empty object" : "an object of \(object.count) key\(object.count == 1 ? "" : "s")"
    }
  }
}
