import SemanticSimilarity
import StructuredOutput

/// The facts on which two texts disagree, as JSON.
struct FactsInJSON {
  let value: JSONValue

  init(_ comparison: FactComparison, reference: String, answer: String) {
    var places = (CodePointPlaces(reference), CodePointPlaces(answer))
    value = .array(
      comparison.findings.map { finding in
        var object = JSONObject()
        object["kind"] = .string(finding.kind.name)
        object["relation"] = .string(finding.relation.name)
        object["a"] = Self.span(finding.reference, &places.0)
        object["b"] = finding.answer.map { Self.span($0, &places.1) } ?? .null
        object["explanation"] = .string(finding.explanation)
        return .object(object)
      })
  }

  private static func span(_ span: FactSpan, _ places: inout CodePointPlaces) -> JSONValue {
    var object = JSONObject()
    object["text"] = .string(span.text)
    object["start"] = .number(JSONNumber(places.offset(of: span.range.lowerBound)))
    object["end"] = .number(JSONNumber(places.offset(of: span.range.upperBound)))
    return .object(object)
  }
}

/// Counts code points up to a place, on from the place before where that lies ahead.
private struct CodePointPlaces {
  private let scalars: String.UnicodeScalarView
  private var last: (index: String.Index, offset: Int)

  init(_ text: String) {
    scalars = text.unicodeScalars
    last = (text.startIndex, 0)
  }

  mutating func offset(of index: String.Index) -> Int {
    if index < last.index { last = (scalars.startIndex, 0) }
    last = (index, last.offset + scalars.distance(from: last.index, to: index))
    return last.offset
  }
}
