import SpecRecords
import Testing

@Suite("Pairwise verdicts")
struct PairwiseVerdictTests {
  /// Preference with the new answer first, with the old one first, then what "better" and "not worse" come to.
  typealias Row = (PairwisePreference, PairwisePreference, better: Verdict, notWorse: Verdict)

  static let table: [Row] = [
    (.new, .new, .passed, .passed),
    (.old, .old, .failed, .failed),
    (.tie, .tie, .failed, .passed),
    (.new, .tie, .inconclusive, .passed),
    (.tie, .new, .inconclusive, .passed),
    (.old, .tie, .failed, .inconclusive),
    (.tie, .old, .failed, .inconclusive),
    (.new, .old, .inconclusive, .inconclusive),
    (.old, .new, .inconclusive, .inconclusive),
  ]

  @Test("Every combination of two preferences comes to the verdict of the table", arguments: table)
  func combinations(row: Row) {
    let vote = PairwiseVote(newFirst: row.0, oldFirst: row.1)
    #expect(Verdict(.better, vote: vote) == row.better)
    #expect(Verdict(.notWorse, vote: vote) == row.notWorse)
  }

  @Test("The table holds all nine combinations once")
  func complete() {
    let votes = Set(Self.table.map { PairwiseVote(newFirst: $0.0, oldFirst: $0.1) })
    #expect(votes.count == PairwisePreference.allCases.count * PairwisePreference.allCases.count)
    #expect(Self.table.count == votes.count)
  }

  @Test("Only a contradiction between the orders is position bias, and it is never a tie")
  func positionBias() {
    for row in Self.table {
      let vote = PairwiseVote(newFirst: row.0, oldFirst: row.1)
      let contradicts = Set([row.0, row.1]) == [.new, .old]
      #expect(vote.showsPositionBias == contradicts)
      #expect(vote.agreement == (row.0 == row.1 ? row.0 : nil))
    }
  }
}
