import SemanticSimilarity
import Testing

@Suite("Days and times of the day")
struct CalendarFactTests {
  static let pairs: [FactPair] = [
    .differ(.dates, "The sale ends on March 3.", "The sale ends on March 5."),
    .agree("The offer is valid from 1 to 15 June.", "The offer is valid June 1-15."),
    .differ(.dates, "The offer is valid from 1 to 15 June.", "The offer is valid June 1-25."),
    .agree("Doors open at 7 in the evening.", "Doors open at 7 pm."),
    .differ(.times, "Doors open at 7 in the evening.", "Doors open at 7 am."),
    .differ(.dates, "The sale ends on March 3.", "The sale ends on May 3."),
    .agree("The sale ends on March 3, 2025.", "The sale ends on 3 March 2025."),
    .agree("The sale ends on March 3, 2025.", "The sale ends on 2025-03-03."),
    .agree("The sale ends on 12/31/2025.", "The sale ends on December 31st, 2025."),
    .differ(.dates, "Founded in 1998.", "Founded in 2001."),
    .differ(.dates, "We close on Sunday.", "We close on Monday."),
    .differ(.dates, "Your parcel arrives tomorrow.", "Your parcel arrives today."),
    .missing(.dates, "The offer ends on June 30.", "The offer ends soon."),
    .agree("You may cancel in May 2026.", "In May 2026 you may cancel."),
    .differ(.times, "We open at 9 am.", "We open at 10 am."),
    .differ(.times, "We open at 9 am.", "We open at 9 pm."),
    .agree("We open at 3 pm.", "We open at 15:00."),
    .agree("We open at 9:30 a.m.", "We open at 9:30."),
    .agree("We close at noon.", "We close at 12 pm."),
    .agree("We close at half past three.", "We close at 3:30."),
    .missing(.times, "Call us before 6 pm.", "Call us."),
  ]

  @Test("days and times", arguments: pairs)
  func pair(_ pair: FactPair) { pair.check() }
}
