import StructuredOutput

/// Puts `[ignored]` in the places of a JSON document that some paths name.
struct IgnoredFields {
  private let paths: [[IgnoredPath.Step]]

  init(_ paths: [IgnoredPath]) {
    self.paths = paths.filter { $0.queryName == nil && $0.fault == nil }.map(\.steps)
  }

  var isEmpty: Bool { paths.isEmpty }

  func applied(to json: JSONValue) -> JSONValue {
    let start = paths.map { closed(1, $0) }
    return walked(json, start) ?? json
  }

  /// Nil where nothing changes. For each path a bit for each number of its steps that may lie behind this value.
  private func walked(_ json: JSONValue, _ states: [UInt64]) -> JSONValue? {
    for (path, state) in zip(paths, states) where state >> UInt64(path.count) & 1 == 1 {
      if json.stringValue == IgnoredPath.placeholder { return nil }
      return .string(IgnoredPath.placeholder)
    }
    return json.replacingItems { name, item in
      let step =
        switch name {
        case .index(let index): "\(index)"
        case .key(let key): key
        }
      return advanced(states, by: step).flatMap { walked(item, $0) }
    }
  }

  /// Nil where no path leads there.
  private func advanced(_ states: [UInt64], by key: String) -> [UInt64]? {
    var next = states
    var isAny = false
    for index in paths.indices {
      next[index] = advanced(states[index], paths[index], by: key)
      if next[index] != 0 { isAny = true }
    }
    return isAny ? next : nil
  }

  private func advanced(_ state: UInt64, _ steps: [IgnoredPath.Step], by key: String) -> UInt64 {
    var next: UInt64 = 0
    for (index, step) in steps.enumerated() where state >> UInt64(index) & 1 == 1 {
      switch step {
      case .any: next |= 1 << UInt64(index + 1)
      case .anyNumber: next |= 1 << UInt64(index)
      case .key(let wanted): if wanted.utf8.elementsEqual(key.utf8) { next |= 1 << UInt64(index + 1) }
      }
    }
    return closed(next, steps)
  }

  /// A step that may be taken no times is also behind.
  private func closed(_ state: UInt64, _ steps: [IgnoredPath.Step]) -> UInt64 {
    var state = state
    for (index, step) in steps.enumerated() where step == .anyNumber && state >> UInt64(index) & 1 == 1 {
      state |= 1 << UInt64(index + 1)
    }
    return state
  }
}
