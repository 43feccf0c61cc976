import StructuredOutput

/// Checks JSON documents against a JSON Schema.
struct JSONValidateVerb: Verb {
  static let schema = Option(name: "--schema", value: "FILE")
  static let reference = Option(name: "--reference", value: "URI=FILE", isRepeatable: true)
  static let dialect = Option(name: "--dialect", value: "DRAFT")
  static let assertFormats = Option(name: "--assert-formats")
  static let lines = Option(name: "--lines")

  private static let dialects: [(name: String, dialect: JSONSchemaDialect)] = [
    ("2020-12", .draft2020_12), ("2019-09", .draft2019_09), ("draft-07", .draft7), ("draft-06", .draft6),
    ("draft-04", .draft4),
  ]

  let name = "json validate"
  let syntax = ArgumentSyntax(
    options: [schema, reference, dialect, assertFormats, lines], words: ["FILE"])

  func perform(_ arguments: ParsedArguments, at workplace: Workplace, telling console: Console) throws -> Int32 {
    let schemaInput = JSONInput(word: try arguments.required(Self.schema), at: workplace)
    let input = try JSONInput(arguments, of: self, at: workplace)
    let options = try options(arguments)
    do throws(UnusableInput) {
      let schema = try compile(schemaInput, options, arguments, workplace)
      return arguments[Self.lines] == nil
        ? try validate(input, schema, console) : try validateLines(of: input, schema, console)
    } catch {
      console.complain(error.description)
      return 2
    }
  }

  private func options(_ arguments: ParsedArguments) throws(UsageError) -> JSONSchemaOptions {
    var options = JSONSchemaOptions.standard
    options.assertsFormats = arguments[Self.assertFormats] != nil
    if let name = arguments[Self.dialect] {
      guard let dialect = Self.dialects.first(where: { $0.name == name })?.dialect else {
        throw arguments.notAChoice(name, of: Self.dialect, choices: Self.dialects.map(\.name))
      }
      options.dialect = dialect
    }
    return options
  }

  private func compile(
    _ input: JSONInput, _ options: JSONSchemaOptions, _ arguments: ParsedArguments, _ workplace: Workplace
  ) throws(UnusableInput) -> JSONSchema {
    var options = options
    for pair in arguments.all(Self.reference) {
      let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
      guard parts.count == 2 else {
        throw UnusableInput("--reference is \"\(pair)\"; write the address of a schema, =, and the file that holds it")
      }
      options.registry.add(try JSONInput(word: parts[1], at: workplace).value(), at: parts[0])
    }
    let source = try input.value()
    do throws(JSONSchemaError) {
      return try JSONSchema(source, options: options)
    } catch {
      throw UnusableInput("\(input.name) cannot be used. \(error)")
    }
  }

  private func validate(
    _ input: JSONInput, _ schema: JSONSchema, _ console: Console
  ) throws(UnusableInput) -> Int32 {
    let bytes = try input.bytes()
    let document: JSONDocument
    do throws(JSONParseError) {
      document = try JSONDocument(parsing: bytes, limits: JSONInput.limits)
    } catch {
      console.say("not JSON: \(error)")
      return 1
    }
    for duplicate in document.duplicateKeys { console.complain("warning: \(input.name), \(duplicate)") }
    let violations = schema.validate(document)
    guard !violations.isEmpty else {
      console.say("valid")
      return 0
    }
    console.say(violations.map(\.description).joined(separator: "\n"))
    return 1
  }

  private func validateLines(
    of input: JSONInput, _ schema: JSONSchema, _ console: Console
  ) throws(UnusableInput) -> Int32 {
    var isAllValid = true
    try input.lines().forEachLine { _, result in
      let errors: [JSONValue]
      switch result {
      case .success(let value): errors = schema.validate(value).flatMap(\.basicErrors)
      case .failure(let error):
        errors = [["keywordLocation": "", "instanceLocation": "", "error": .string("not JSON: \(error)")]]
      }
      isAllValid = isAllValid && errors.isEmpty
      console.say(errors.isEmpty ? "valid" : JSONValue.array(errors).outputLine)
    }
    return isAllValid ? 0 : 1
  }
}
