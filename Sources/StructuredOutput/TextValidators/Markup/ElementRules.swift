/// Which elements markup is to have.
struct ElementRules: Sendable {
  let root: String?
  let required: [String]
  let allowed: [String]?
  let forbidden: [String]
  private let allowedSet: Set<String>
  private let forbiddenSet: Set<String>

  init(root: String?, required: [String], allowed: [String]?, forbidden: [String]) {
    self.root = root
    self.required = required
    self.allowed = allowed
    self.forbidden = forbidden
    allowedSet = Set(allowed ?? [])
    forbiddenSet = Set(forbidden)
  }

  /// The rules with names in small letters, as HTML has no others.
  func lowercased() -> ElementRules {
    ElementRules(
      root: root?.lowercased(), required: required.map { $0.lowercased() },
      allowed: allowed?.map { $0.lowercased() }, forbidden: forbidden.map { $0.lowercased() })
  }

  /// Why an element may not stand where it does; nil where it may.
  /// - Parameters:
  ///   - depth: how many elements it stands in.
  ///   - isFirst: whether no element stands before it.
  func fault(of name: String, depth: Int, isFirst: Bool) -> String? {
    if let root, depth == 0 {
      if !isFirst { return "<\(name.prefix(60))> stands beside the root element" }
      if name != root { return "expected the root element <\(root)>, got <\(name.prefix(60))>" }
    }
    if forbiddenSet.contains(name) { return "the element <\(name.prefix(60))> is forbidden" }
    guard let allowed, !allowedSet.contains(name) else { return nil }
    return "the element <\(name.prefix(60))> is not allowed; allowed: \(allowed.map { JSONValue.string($0) }.inBrief)"
  }

  /// What is said of markup within a code fence, which models like to put around it.
  static func faultOfFence(in text: String) -> String? {
    guard text.unicodeScalars.drop(while: \.isWhiteSpace).starts(with: "```".unicodeScalars) else { return nil }
    return "expected markup, found a code fence; the markup is to stand alone"
  }

  /// What is missing of the elements that are required.
  func missing(from seen: Set<String>) -> [String] {
    required.filter { !seen.contains($0) }.map { "expected an element <\($0)>, found none" }
  }
}

/// The elements that were met, and what the rules do not allow of them.
struct ElementTally {
  private let rules: ElementRules
  private let places: TextPlaces
  private var names: Set<String> = []
  private(set) var violations = ViolationList()

  init(rules: ElementRules, places: TextPlaces) {
    self.rules = rules
    self.places = places
  }

  mutating func add(_ name: String, at offset: Int, depth: Int) {
    if let reason = rules.fault(of: name, depth: depth, isFirst: names.isEmpty) {
      report(MarkupFault(reason, at: offset))
    }
    names.insert(name)
  }

  mutating func report(_ fault: MarkupFault) {
    violations.add("\(places.place(of: fault.offset)): \(fault.reason)")
  }

  /// Reports elements that are not closed, the innermost first.
  mutating func report(open: [(name: String, offset: Int)]) {
    for element in open.reversed() {
      report(MarkupFault("<\(element.name.prefix(60))> is not closed", at: element.offset))
    }
  }

  mutating func reportMissing() {
    for reason in rules.missing(from: names) { violations.add(reason) }
  }
}
