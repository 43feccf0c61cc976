extension StructureValidator {
  /// Brackets, quotes and comments are closed in the code of a text, which they are not where it was cut off:
  /// `.balancedCode()`.
  ///
  /// Looked at are the fenced code blocks, each in the language that its fence names, which have to be closed as well; a
  /// text without one is code as a whole. Known are Swift, Python, JavaScript, TypeScript, Java, Kotlin, C, C++,
  /// Objective-C, C#, Go, Rust, JSON, CSS, SQL and shell. In another language brackets count outside of strings that end on
  /// their line and of `/* … */`. Blocks of plain text (`text`, `diff`, `console`, `markdown`) are not looked at.
  ///
  /// It is no compiler. Not told apart are the text between JSX tags and code, quotes within the code that Python's and
  /// C#'s strings hold, regular expressions behind `}` and `)`, and branches of `#if` that close a bracket each.
  /// - Parameter language: the language of code that names none, by its name behind a fence: `swift`, `js`.
  public static func balancedCode(language: String? = nil) -> StructureValidator {
    StructureValidator(name: "balancedCode") { text in
      let document = MarkdownDocument(text)
      let places = document.places
      var violations = ViolationList()
      func check(_ range: Range<Int>, in name: String) {
        guard let form = CodeLanguage.named(name.isEmpty ? language ?? "" : name) else { return }
        for fault in CodeBalance(places, range, form).faults {
          violations.add("\(places.place(of: fault.offset)): \(fault.message)")
        }
      }
      var hasFence = false
      for block in document.blocks {
        guard case .fencedCode(_, let isClosed) = block.kind else { continue }
        hasFence = true
        let lines = document.contentLines[block.content]
        if let first = lines.first, let last = lines.last {
          check(first.lowerBound..<last.upperBound, in: document.language(of: block))
        }
        if !isClosed { violations.add("line \(block.line): the code block is not closed") }
      }
      if !hasFence { check(places.bytes.indices, in: "") }
      return violations.all
    }
  }
}
