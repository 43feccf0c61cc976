import SpecRecords

/// Makes pairs of a passing and a failing trial of one case that ended with an answer to the same messages.
struct TrialPairing {
  let pairs: [PreferencePair]

  private struct Side {
    var body: RecordedBody
    var answer: RecordedAnswer
  }

  private struct Sides {
    var passed: [Side] = []
    var failed: [Side] = []
  }

  /// - Parameter judged: the pairs that judges gave, whose specs need no further reason for having none.
  init(of records: GatheredRecords, judged: [PreferencePair], refusing refusals: inout RefusalLedger) {
    var groups: [[String?]: Sides] = [:]
    var order: [[String?]] = []
    for body in records.bodies {
      guard body.body.verdict != .inconclusive else {
        refusals.refuse(body.spec, .inconclusive, .preferencePairs)
        continue
      }
      // A known failure is a failure; a pass beside a known issue is not a good example.
      guard body.body.verdict == .failed || !body.body.isKnown else { continue }
      guard let side = Self.side(body, refusing: &refusals) else { continue }
      let key = [body.spec, body.body.subject.case, side.answer.inputKey]
      if groups[key] == nil { order.append(key) }
      if body.body.verdict == .passed {
        groups[key, default: Sides()].passed.append(side)
      } else {
        groups[key, default: Sides()].failed.append(side)
      }
    }
    var pairs: [PreferencePair] = []
    for key in order {
      guard let sides = groups[key] else { continue }
      for (chosen, rejected) in zip(sides.passed, sides.failed) {
        if chosen.answer.saysTheSame(as: rejected.answer) {
          refusals.refuse(chosen.body.spec, .sameAnswer, .preferencePairs)
        } else {
          pairs.append(Self.pair(chosen, rejected))
        }
      }
    }
    self.pairs = pairs
    let explained = refusals.specs(refusedTo: .preferencePairs).union((pairs + judged).map(\.provenance.chosen.spec))
    for spec in Set(records.bodies.map(\.spec)).subtracting(explained) {
      refusals.refuse(spec, .noContrast, .preferencePairs)
    }
  }

  /// The last answer of a body, if that is one to compare.
  private static func side(_ body: RecordedBody, refusing refusals: inout RefusalLedger) -> Side? {
    do throws(Refusal.Reason) {
      guard let last = body.calls.last else { throw .noCall }
      let answer = try RecordedAnswer(last)
      if let defect = answer.defect { throw defect }
      return Side(body: body, answer: answer)
    } catch {
      refusals.refuse(body.spec, error, .preferencePairs)
      return nil
    }
  }

  private static func pair(_ chosen: Side, _ rejected: Side) -> PreferencePair {
    PreferencePair(
      prompt: chosen.answer.prompt, chosen: chosen.answer.answer, rejected: rejected.answer.answer,
      tools: chosen.answer.tools,
      provenance: .trials(
        chosen: chosen.body.provenance(of: chosen.answer), rejected: rejected.body.provenance(of: rejected.answer)))
  }
}
