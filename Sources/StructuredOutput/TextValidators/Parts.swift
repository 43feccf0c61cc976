extension StructureValidator {
  /// Every line of the text that is not blank fits these: `.everyLine(.words(...10))`.
  public static func everyLine(_ validators: StructureValidator...) -> StructureValidator {
    parts(named: "everyLine", validators) { text, check in
      for (number, line) in NumberedLines(text) where !line.unicodeScalars.allSatisfy(\.isWhiteSpace) {
        check(String(line), "line \(number)")
      }
    }
  }

  /// Every paragraph of the text fits these: `.everyParagraph(.sentences(...4))`. Blank lines divide paragraphs.
  ///
  /// An answer that falls into another language is found with
  /// `.everyParagraph(.language(.german, allowsUnclear: true))`.
  public static func everyParagraph(_ validators: StructureValidator...) -> StructureValidator {
    parts(named: "everyParagraph", validators) { text, check in
      var paragraph: [Substring] = []
      var start = 0
      for (number, line) in NumberedLines(text + "\n") {
        if !line.unicodeScalars.allSatisfy(\.isWhiteSpace) {
          if paragraph.isEmpty { start = number }
          paragraph.append(line)
        } else if !paragraph.isEmpty {
          check(paragraph.joined(separator: "\n"), "the paragraph in line \(start)")
          paragraph.removeAll()
        }
      }
    }
  }

  /// A Markdown text has fenced code, and each block of it fits these: `.codeBlocks(language: "json", .json)`.
  ///
  /// Lines in the messages are counted within the block.
  /// - Parameters:
  ///   - language: the first word behind the opening fence, capitals aside; nil for any or none. Blocks in other
  ///     languages are not looked at.
  ///   - validators: what each block fits.
  public static func codeBlocks(language: String? = nil, _ validators: StructureValidator...) -> StructureValidator {
    parts(
      named: "codeBlocks", validators,
      missing: "expected a code block\(language.map { " in \($0.quotedInBrief)" } ?? ""), found none"
    ) { text, check in
      let document = MarkdownDocument(text)
      for block in document.blocks {
        guard case .fencedCode = block.kind else { continue }
        if let language, document.language(of: block).lowercased() != language.lowercased() { continue }
        check(document.text(of: block), "the code block in line \(block.line)")
      }
    }
  }

  /// A Markdown text has a section of this title, and it fits these: `.section("Refunds", .words(...50))`.
  ///
  /// The section is what stands under the heading, up to the next of its level or a higher one. Titles are compared
  /// without emphasis, capitals and a colon at their end. Lines in the messages are counted within the section.
  public static func section(_ title: String, _ validators: StructureValidator...) -> StructureValidator {
    let form = MarkdownPlainText.comparable(title)
    return parts(
      named: "section", validators, missing: "expected a section \(title.quotedInBrief), found none"
    ) { text, check in
      let document = MarkdownDocument(text)
      let headings = document.headings.filter { $0.block.parent == nil }
      let lineCount = document.places.lineStarts.count
      for (place, heading) in headings.enumerated() where MarkdownPlainText.comparable(heading.title) == form {
        let next = headings[(place + 1)...].first { $0.level <= heading.level }
        let first = heading.block.lastLine
        let last = next.map { $0.block.line - 1 } ?? lineCount
        let lines = (first..<max(first, last)).map { document.places.text(document.places.content(ofLine: $0)) }
        check(lines.joined(separator: "\n"), "the section in line \(heading.block.line)")
      }
    }
  }

  /// A validator of parts of a text.
  /// - Parameters:
  ///   - missing: what is wrong where there are no parts; nil where nothing is.
  ///   - divide: hands each part over, with its name for messages.
  private static func parts(
    named name: String, _ validators: [StructureValidator], missing: String? = nil,
    divide: @escaping @Sendable (_ text: String, _ check: (_ part: String, _ name: String) -> Void) -> Void
  ) -> StructureValidator {
    StructureValidator(name: name, parts: validators) { text in
      var violations: [StructureViolation] = []
      var rest = 0
      var hasParts = false
      divide(text) { part, place in
        hasParts = true
        for validator in validators {
          for violation in validator.violations(in: part) {
            if violations.count < 10 {
              violations.append(
                StructureViolation(rule: violation.rule, message: "\(place): \(violation.message)"))
            } else {
              rest += 1
            }
          }
        }
      }
      if !hasParts, let missing { violations.append(StructureViolation(rule: name, message: missing)) }
      if rest > 0 { violations.append(StructureViolation(rule: name, message: "and \(rest) more")) }
      return violations
    }
  }
}
