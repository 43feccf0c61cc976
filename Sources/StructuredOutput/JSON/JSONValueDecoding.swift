import Foundation

extension JSONValue {
  /// Makes a value of a decodable type, through `JSONDecoder`; numbers keep their digits on the way.
  /// - Parameters:
  ///   - type: the type to make.
  ///   - form: how dates and keys are written.
  /// - Throws: ``JSONDecodingError`` that says where the value does not fit, what was expected and what was found.
  public func decoded<T: Decodable>(
    as type: T.Type = T.self, form: JSONCodableForm = .standard
  ) throws(JSONDecodingError) -> T {
    if let value = self as? T { return value }
    do {
      return try form.makeDecoder().decode(type, from: Data(compactBytes))
    } catch {
      if Self.refusesTheWhole(error),
        let found = UnfittingNumber(in: self, fails: { $0.fails(to: type, form) })
      {
        throw JSONDecodingError(
          instanceLocation: JSONPointer(tokens: found.tokens).text,
          message: "expected a number that its type can hold, got the number \(found.number.text.prefix(40))")
      }
      throw JSONDecodingFault(value: self, form: form).error(for: error, decoding: type)
    }
  }

  /// Whether a decoder calls the whole text corrupt. What is written here is JSON, so it is a number that does not fit.
  private static func refusesTheWhole(_ error: any Error) -> Bool {
    guard case .dataCorrupted(let context)? = error as? DecodingError else { return false }
    return context.codingPath.isEmpty
  }

  private func fails<T: Decodable>(to type: T.Type, _ form: JSONCodableForm) -> Bool {
    do {
      _ = try form.makeDecoder().decode(type, from: Data(compactBytes))
      return false
    } catch {
      return Self.refusesTheWhole(error)
    }
  }
}

extension JSONDocument {
  /// Makes a value of a decodable type, through `JSONDecoder`; numbers keep their digits on the way.
  /// - Throws: ``JSONDecodingError`` that says where the document does not fit, what was expected and what was found.
  public func decoded<T: Decodable>(
    as type: T.Type = T.self, form: JSONCodableForm = .standard
  ) throws(JSONDecodingError) -> T {
    try value.decoded(as: type, form: form)
  }
}

/// Says in this package's words what a decoder has thrown.
private struct JSONDecodingFault {
  let value: JSONValue
  let form: JSONCodableForm

  func error(for error: any Error, decoding type: Any.Type) -> JSONDecodingError {
    guard let fault = error as? DecodingError else {
      return JSONDecodingError(instanceLocation: "", message: "\(type) refused it: \(error)")
    }
    switch fault {
    case .typeMismatch(let type, let context):
      return self.fault(at: context.codingPath) { "expected \(Self.inWords(type)), got \($0.inBrief)" }
    case .valueNotFound(let type, let context):
      return self.fault(at: context.codingPath) { found in
        // An array that ends too early is reported at the element that is not there.
        "expected \(Self.inWords(type)), got \(found.isMissing ? "nothing" : found.inBrief)"
      }
    case .keyNotFound(let key, let context):
      let name = form.jsonKey(for: key.stringValue)
      return self.fault(at: context.codingPath) { _ in
        "the required property \(name.quotedInBrief) is missing"
      }
    case .dataCorrupted(let context):
      return self.fault(at: context.codingPath) { found in
        "\(Self.expectation(context.debugDescription)), got \(found.inBrief)"
      }
    @unknown default: return JSONDecodingError(instanceLocation: "", message: "\(fault)")
    }
  }

  private enum Found {
    case value(JSONValue)
    case missing

    var isMissing: Bool { if case .missing = self { true } else { false } }
    var inBrief: String { if case .value(let value) = self { value.inBrief } else { "nothing" } }
  }

  private func fault(at path: [any CodingKey], _ message: (Found) -> String) -> JSONDecodingError {
    var found = Found.value(value)
    var tokens: [String] = []
    for key in path {
      let next: JSONValue?
      switch found {
      case .value(.array(let elements)):
        let index = key.intValue ?? -1
        tokens.append(String(index))
        next = elements.indices.contains(index) ? elements[index] : nil
      case .value(.object(let object)):
        // A key strategy leaves the converted names in the path.
        let name =
          object[key.stringValue] != nil
          ? key.stringValue
          : object.keys.first { form.codingKey(for: $0) == key.stringValue } ?? form.jsonKey(for: key.stringValue)
        tokens.append(name)
        next = object[name]
      default:
        tokens.append(key.stringValue)
        next = nil
      }
      found = next.map(Found.value) ?? .missing
    }
    return JSONDecodingError(instanceLocation: JSONPointer(tokens: tokens).text, message: message(found))
  }

  /// What a type is in JSON.
  private static func inWords(_ type: Any.Type) -> String {
    switch type {
    case is String.Type: "a string"
    case is Bool.Type: "true or false"
    case is Double.Type, is Float.Type, is Decimal.Type: "a number"
    case is any BinaryInteger.Type: "a whole number"
    case is [String: Any].Type: "an object"
    case is [Any].Type: "an array"
    default: "a value of \(type)"
    }
  }

  /// What was expected, of what Foundation says of data that is corrupt; its own words, bounded, where it is not known.
  private static func expectation(_ text: String) -> String {
    let start = text.prefix(200)
    let sentence = start.hasSuffix(".") ? start.dropLast() : start
    if let range = sentence.range(of: "does not fit in ") {
      return "expected a number that fits in \(sentence[range.upperBound...])"
    }
    if sentence.hasPrefix("Cannot initialize "), let range = sentence.range(of: " from invalid ") {
      return "expected a value of \(sentence[..<range.lowerBound].dropFirst("Cannot initialize ".count))"
    }
    return String(sentence)
  }
}
