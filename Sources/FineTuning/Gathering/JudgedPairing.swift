import LanguageModels
import SpecRecords

/// Makes pairs of what a judge preferred in both orders, where a recorded model call said both texts.
///
/// A baseline or a reference that stands in a spec is never written as if a model had said it.
struct JudgedPairing {
  let pairs: [PreferencePair]

  private struct Said {
    var body: RecordedBody
    var answer: RecordedAnswer
    var inputKey: String
  }

  init(of records: GatheredRecords, refusing refusals: inout RefusalLedger) {
    var pairs: [PreferencePair] = []
    let said = records.comparisons.isEmpty ? [:] : Self.answersByText(records)
    for comparison in records.comparisons {
      do throws(Refusal.Reason) {
        pairs.append(try Self.pair(comparison, said))
      } catch {
        refusals.refuse(comparison.subject.spec, error, .preferencePairs)
      }
    }
    self.pairs = pairs
  }

  private static func answersByText(_ records: GatheredRecords) -> [String: [Said]] {
    let compared = Set(records.comparisons.flatMap { [$0.output, $0.baseline] }.compactMap { $0.map(key) })
    var said: [String: [Said]] = [:]
    for body in records.bodies {
      for answer in body.answers where compared.contains(key(answer.answer.text)) {
        said[key(answer.answer.text), default: []]
          .append(Said(body: body, answer: answer, inputKey: answer.inputKey))
      }
    }
    return said
  }

  private static func pair(
    _ comparison: ExpectationRecord, _ said: [String: [Said]]
  ) throws(Refusal.Reason) -> PreferencePair {
    guard let newText = comparison.output, let oldText = comparison.baseline else { throw .noText }
    guard key(newText) != key(oldText) else { throw .sameAnswer }
    guard let new = said[key(newText)] else { throw .newTextNotSaid }
    guard let old = said[key(oldText)] else { throw .baselineNotSaid }
    // The judged trial's own answer first, then any other that is the same.
    let own = new.filter { $0.body.body.subject == comparison.subject }
    for newer in own + new {
      guard let older = old.first(where: { $0.inputKey == newer.inputKey }) else { continue }
      let prefersNew = comparison.vote?.agreement == .new
      let (chosen, rejected) = prefersNew ? (newer, older) : (older, newer)
      if let defect = chosen.answer.defect ?? rejected.answer.defect { throw defect }
      return PreferencePair(
        prompt: newer.answer.prompt, chosen: chosen.answer.answer, rejected: rejected.answer.answer,
        tools: newer.answer.tools,
        provenance: .judge(
          comparison.judge, chosen: chosen.body.provenance(of: chosen.answer),
          rejected: rejected.body.provenance(of: rejected.answer)))
    }
    throw .differentInputs
  }

  /// Apps trim what a model says; that makes no other answer of it.
  private static func key(_ text: String) -> String {
    let start = text.drop { $0.isWhitespace }
    return String(start.reversed().drop { $0.isWhitespace }.reversed())
  }
}
