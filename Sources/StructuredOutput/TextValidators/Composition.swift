extension StructureValidator {
  /// The text fits all of these: `.all(.words(...60), .noMarkdown)`.
  ///
  /// Each violation keeps the name of its own validator.
  public static func all(_ validators: StructureValidator...) -> StructureValidator { all(validators) }

  /// The text fits all of these.
  public static func all(_ validators: [StructureValidator]) -> StructureValidator {
    StructureValidator(name: "all", parts: validators) { text in validators.flatMap { $0.violations(in: text) } }
  }

  /// The text fits at least one of these: `.anyOf(.json, .oneOf(["unknown"]))`.
  ///
  /// Where none fits, the first violation of each is told.
  public static func anyOf(_ validators: StructureValidator...) -> StructureValidator { anyOf(validators) }

  /// The text fits at least one of these.
  public static func anyOf(_ validators: [StructureValidator]) -> StructureValidator {
    if validators.isEmpty { return .unusable("anyOf", because: "no alternatives were given") }
    return StructureValidator(name: "anyOf", parts: validators) { text in
      var reasons: [String] = []
      for (number, validator) in validators.enumerated() {
        let violations = validator.violations(in: text)
        guard let first = violations.first else { return [] }
        let more = violations.count > 1 ? " (and \(violations.count - 1) more)" : ""
        if reasons.count < 10 { reasons.append("(\(number + 1)) \(first)\(more)") }
      }
      let rest = validators.count > reasons.count ? "; and \(validators.count - reasons.count) more" : ""
      let message =
        "none of the \(validators.count) alternatives holds: \(reasons.joined(separator: "; "))\(rest)"
      return [StructureViolation(rule: "anyOf", message: message)]
    }
  }

  /// The text does not fit this: `.not(.contains("as I said"))`.
  ///
  /// What it was that fits is told by its name alone: give it one with ``named(_:)``.
  public static func not(_ validator: StructureValidator) -> StructureValidator {
    StructureValidator(name: "not", parts: [validator]) { text in
      let violations = validator.violations(in: text)
      guard violations.isEmpty else { return violations.filter(\.isUndecided) }
      let message = "expected that \(validator.name.quotedInBrief) does not hold, but it does for \(text.quotedInBrief)"
      return [StructureViolation(rule: "not", message: message)]
    }
  }

  /// The validator under another name, by which reports tell what it is for: `.words(...60).named("fits on a phone")`.
  public func named(_ name: String) -> StructureValidator {
    if let reasonItIsUnusable { return .unusable(name, because: reasonItIsUnusable) }
    return StructureValidator(name: name, parts: [self]) { text in
      violations(in: text).map { violation in
        // A validator of several says which of them it was.
        let message = violation.rule == self.name ? violation.message : violation.description
        return violation.isUndecided
          ? StructureViolation(undecided: name, message: message) : StructureViolation(rule: name, message: message)
      }
    }
  }
}
