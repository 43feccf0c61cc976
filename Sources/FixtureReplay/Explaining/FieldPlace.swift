/// A place in a request's body.
struct FieldPlace: Hashable {
  enum Step: Hashable {
    case key(String)
    case index(Int)
  }

  private(set) var steps: [Step] = []

  func appending(_ step: Step) -> FieldPlace {
    var place = self
    place.steps.append(step)
    return place
  }

  /// The outermost key; empty where there is none.
  var root: String {
    if case .key(let key) = steps.first { key } else { "" }
  }

  /// The innermost key.
  var name: String? {
    for step in steps.reversed() {
      if case .key(let key) = step { return key }
    }
    return nil
  }

  /// As a message shows it: `messages[0].content`.
  var text: String {
    var text = ""
    for step in steps {
      switch step {
      case .key(let key): text += (text.isEmpty ? "" : ".") + MessageText.quoted(key, limit: 60)
      case .index(let index): text += "[\(index)]"
      }
    }
    if text.isEmpty { return "the body" }
    return text.count <= 200 ? text : "\(text.prefix(90))…\(text.suffix(90))"
  }

  /// As a JSON pointer for `.ignoring`, any index for each one.
  var pointer: String {
    steps.map { step in
      switch step {
      case .key(let key): "/" + key.replacing("~", with: "~0").replacing("/", with: "~1")
      case .index: "/*"
      }
    }.joined()
  }
}
