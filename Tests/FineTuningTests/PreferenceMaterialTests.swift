import FineTuning
import LanguageModels
import SpecRecords
import Testing

@Suite("Better and worse answers of trials")
struct PreferenceMaterialTests {
  let spec = RecordedSpec()

  @Test("The i-th passing trial is paired with the i-th failing one")
  func pairs() throws {
    let records =
      spec.trial(1, .failed, says: "bad 1") + spec.trial(2, .passed, says: "good 2")
      + spec.trial(3, .passed, says: "good 3") + spec.trial(4, .failed, says: "bad 4")
      + spec.trial(5, .passed, says: "good 5")
    let material = TrainingMaterial(reading: records)
    #expect(material.pairs.map(\.chosen.text) == ["good 2", "good 3"])
    #expect(material.pairs.map(\.rejected.text) == ["bad 1", "bad 4"])
    #expect(material.pairs.allSatisfy { $0.prompt == spec.prompt })
    let pair = try #require(material.pairs.first)
    #expect(pair.provenance.chosen.trial == 2)
    #expect(pair.provenance.rejected.trial == 1)
    #expect(pair.provenance.rejected.verdict == .failed)
    #expect(material.reasons(for: .preferencePairs).isEmpty)
  }

  @Test("An inconclusive trial is never the worse answer, and says why")
  func inconclusive() {
    let records = spec.trial(1, .passed, says: "good") + spec.trial(2, .inconclusive, says: "unknown")
    let material = TrainingMaterial(reading: records)
    #expect(material.pairs.isEmpty)
    #expect(material.reasons(for: .preferencePairs) == [.inconclusive])
  }

  @Test("A known failure is a failure; a pass beside a known issue is no good example")
  func known() {
    let failure = spec.trial(1, .passed, says: "good") + spec.trial(2, .failed, says: "bad", known: true)
    #expect(TrainingMaterial(reading: failure).pairs.map(\.rejected.text) == ["bad"])
    let pass = spec.trial(1, .passed, says: "good", known: true) + spec.trial(2, .failed, says: "bad")
    #expect(TrainingMaterial(reading: pass).pairs.isEmpty)
    #expect(TrainingMaterial(reading: pass).reasons(for: .preferencePairs) == [.noContrast])
  }

  @Test("Other messages, other tools, another case or another spec are never compared")
  func otherInput() {
    var other = spec
    other.prompt = [.user("Something else?")]
    var tooled = spec
    tooled.tools = ToolLoop().spec.tools
    var otherSpec = spec
    otherSpec.spec = "Specs/Other/o()"
    let good = spec.trial(1, .passed, says: "good")
    for records in [
      other.trial(2, .failed, says: "bad"), tooled.trial(2, .failed, says: "bad"),
      spec.trial(1, .failed, says: "bad", case: "boots"), otherSpec.trial(1, .failed, says: "bad"),
    ] {
      #expect(TrainingMaterial(reading: good + records).pairs.isEmpty)
    }
    #expect(TrainingMaterial(reading: good).reasons(for: .preferencePairs) == [.noContrast])
  }

  @Test("The same answer on both sides is refused")
  func sameAnswer() {
    let records = spec.trial(1, .passed, says: "30 days.") + spec.trial(2, .failed, says: "30 days.")
    let material = TrainingMaterial(reading: records)
    #expect(material.pairs.isEmpty)
    #expect(material.reasons(for: .preferencePairs) == [.sameAnswer])
  }

  @Test("Only final answers are compared; a provider's identifiers of tool calls make no other input")
  func toolLoop() throws {
    var failing = ToolLoop()
    failing.trial = 2
    failing.id = "call_77"
    failing.text = "I do not know."
    failing.verdict = .failed
    let passing = ToolLoop()
    let material = TrainingMaterial(reading: passing.records + failing.records)
    let pair = try #require(material.pairs.first)
    #expect(material.pairs.count == 1)
    #expect(pair.prompt == passing.prompt)
    #expect(pair.chosen.text == "It left this morning.")
    #expect(pair.rejected.text == "I do not know.")
  }

  @Test("An empty or cut answer is no side of a pair")
  func defects() {
    let good = spec.trial(1, .passed, says: "good")
    let empty = spec.trial(2, .failed, says: " ")
    let cut = [spec.call(.assistant("ba"), trial: 3, finishReason: "length"), spec.body(.failed, trial: 3)]
    let material = TrainingMaterial(reading: good + empty + cut)
    #expect(material.pairs.isEmpty)
    #expect(Set(material.reasons(for: .preferencePairs)) == [.emptyAnswer, .cutAnswer])
  }

  @Test("The pairs do not depend on the order in which trials ran")
  func order() {
    let trials = (1...6).map { spec.trial($0, $0.isMultiple(of: 2) ? .passed : .failed, says: "answer \($0)") }
    let forwards = TrainingMaterial(reading: trials.flatMap { $0 })
    let backwards = TrainingMaterial(reading: trials.reversed().flatMap { $0 })
    #expect(forwards.pairs.count == 3)
    #expect(forwards == backwards)
  }
}
