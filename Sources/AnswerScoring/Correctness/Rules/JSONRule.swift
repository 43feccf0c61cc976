import StructuredOutput

/// Compares the JSON of an answer with that of a correct one, by value.
struct JSONRule: Hashable {
  let ignored: [String]
  let reading: JSONReading

  func match(_ answer: String, anyOf correct: [String]) -> CorrectnessMatch {
    var places: [JSONPlaces] = []
    for pointer in ignored {
      guard let place = JSONPlaces(pointer) else {
        return CorrectnessMatch(
          inconclusive:
            "\(QuotedExcerpt(pointer, limit: 100)) names no place to ignore. Write a JSON pointer of at "
            + "most \(JSONPlaces.mostSteps) steps, as in /items/*/id."
        )
      }
      places.append(place)
    }
    var wanted: [(text: String, value: JSONValue)] = []
    var fault = ""
    for candidate in correct {
      do {
        wanted.append((candidate, try JSONValue(parsing: candidate)))
      } catch {
        fault = ": \(error)"
      }
    }
    if wanted.isEmpty {
      return CorrectnessMatch(
        inconclusive: "None of the correct answers (\(CorrectAnswerList.listed(correct))) is JSON\(fault).")
    }
    let answer = FinalAnswer.spoken(answer)
    let found: RepairedJSON
    do throws(JSONRepairError) {
      found = try reading.read(answer)
    } catch {
      return CorrectnessMatch(failed: "The answer is not JSON: \(error).")
    }
    if let repeated = repeatedKey(in: answer, found) {
      return CorrectnessMatch(failed: "The answer's JSON says one thing twice: \(repeated).")
    }
    var failure = ""
    for (text, value) in wanted {
      let differences = JSONDifferences(found.value, wanted: value, ignoring: places)
      if differences.all.isEmpty {
        let aside = ignored.isEmpty ? "" : ", \(ignored.joined(separator: " and ")) aside"
        return CorrectnessMatch(
          passed: "The answer is the JSON \(QuotedExcerpt(text, limit: 200))\(aside).", text,
          extracted: found.value.compactText)
      }
      if failure.isEmpty { failure = differences.description }
    }
    let more =
      wanted.count > 1
      ? "\nThat is against the first of \(wanted.count) correct answers; it is none of the others either." : ""
    return CorrectnessMatch(
      failed: "The answer's JSON differs: \(failure)\(more)", extracted: found.value.compactText)
  }

  /// A key that an object has twice, of which one value alone was compared.
  private func repeatedKey(in answer: String, _ found: RepairedJSON) -> String? {
    if reading == .repairing { return nil }
    let text = answer.utf8.dropFirst(found.byteRange.lowerBound).prefix(found.byteRange.count)
    return (try? JSONDocument(parsing: Array(text)))?.duplicateKeys.first?.description
  }
}
