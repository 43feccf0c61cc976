import FineTuning
import LanguageModels
import SpecRecords
import Testing

@Suite("Better and worse answers of judges")
struct JudgedMaterialTests {
  let spec = RecordedSpec()
  let older = RecordedSpec(spec: "Specs/Refunds/lastRelease()")
  static let forNew = PairwiseVote(newFirst: .new, oldFirst: .new)
  static let forOld = PairwiseVote(newFirst: .old, oldFirst: .old)

  private func run(_ comparison: RunRecord, old: RecordedSpec? = nil) -> TrainingMaterial {
    var records = (old ?? older).trial(1, .passed, says: "old words")
    records += [spec.call(.assistant("new words\n")), comparison, spec.body(.passed)]
    return TrainingMaterial(reading: records)
  }

  @Test("A preference in both orders between two recorded answers is a pair")
  func preferred() throws {
    let newer = run(spec.comparison(of: "new words", with: "old words", vote: Self.forNew))
    #expect(newer.pairs.map(\.chosen.text) == ["new words\n"])
    #expect(newer.pairs.map(\.rejected.text) == ["old words"])
    let pair = try #require(newer.pairs.first)
    guard case .judge(let judge, let chosen, let rejected) = pair.provenance else {
      Issue.record("not judged: \(pair.provenance)")
      return
    }
    #expect(judge == "judge-1")
    #expect(chosen.spec == spec.spec)
    #expect(rejected.spec == older.spec)
    let older = run(spec.comparison(of: "new words", with: "old words", vote: Self.forOld, verdict: .failed))
    #expect(older.pairs.map(\.chosen.text) == ["old words"])
  }

  @Test(
    "A judge that is not sure, or contradicts itself, decides nothing",
    arguments: [
      PairwiseVote(newFirst: .new, oldFirst: .tie), PairwiseVote(newFirst: .new, oldFirst: .old),
      PairwiseVote(newFirst: .tie, oldFirst: .tie), PairwiseVote(newFirst: .tie, oldFirst: .old),
    ])
  func undecided(vote: PairwiseVote) {
    #expect(run(spec.comparison(of: "new words", with: "old words", vote: vote)).pairs.isEmpty)
  }

  @Test("A baseline that no model said is refused by name, whichever side the judge is on")
  func baselineNotSaid() {
    for vote in [Self.forNew, Self.forOld] {
      let material = run(spec.comparison(of: "new words", with: "written by hand", vote: vote))
      #expect(material.pairs.isEmpty)
      #expect(material.reasons(for: .preferencePairs) == [.baselineNotSaid])
    }
  }

  @Test("A new text that the app made of the model's words is refused by name")
  func newTextNotSaid() {
    let material = run(spec.comparison(of: "Dear customer, new words", with: "old words", vote: Self.forNew))
    #expect(material.pairs.isEmpty)
    #expect(material.reasons(for: .preferencePairs) == [.newTextNotSaid])
  }

  @Test("Answers to different inputs are refused by name")
  func differentInputs() {
    var other = older
    other.prompt = [.user("Another question?")]
    let material = run(spec.comparison(of: "new words", with: "old words", vote: Self.forNew), old: other)
    #expect(material.pairs.isEmpty)
    #expect(material.reasons(for: .preferencePairs) == [.differentInputs])
  }

  @Test("Words that only a held-out spec recorded are not said")
  func heldOutBaseline() {
    var heldOut = older
    heldOut.role = .heldOut
    let material = run(spec.comparison(of: "new words", with: "old words", vote: Self.forNew), old: heldOut)
    #expect(material.pairs.isEmpty)
    #expect(material.reasons(for: .preferencePairs) == [.baselineNotSaid])
  }

  @Test("A judge's own words are not the model's")
  func judgeWords() {
    let records = [
      spec.call(.assistant("old words"), purpose: "judge"), spec.call(.assistant("new words")),
      spec.comparison(of: "new words", with: "old words", vote: Self.forNew), spec.body(.passed),
    ]
    #expect(TrainingMaterial(reading: records).reasons(for: .preferencePairs) == [.baselineNotSaid])
  }

  @Test("A comparison of a held-out spec is refused")
  func heldOutComparison() {
    let heldOut = RecordedSpec(spec: "Specs/Held/out()", role: .heldOut)
    let records =
      [heldOut.comparison(of: "a", with: "b", vote: Self.forNew)] + spec.trial(1, .passed, says: "a")
      + spec.trial(2, .passed, says: "b")
    let material = TrainingMaterial(reading: records)
    #expect(material.pairs.isEmpty)
    #expect(material.reasons("Specs/Held/out()", for: .preferencePairs) == [.heldOut])
  }

  @Test("Equal or missing texts give no pair")
  func noTexts() {
    let same = run(spec.comparison(of: "new words", with: "new words ", vote: Self.forNew))
    #expect(same.reasons(for: .preferencePairs) == [.sameAnswer])
    let missing = run(spec.comparison(of: "new words", with: nil, vote: Self.forNew))
    #expect(missing.reasons(for: .preferencePairs) == [.noText])
  }
}
