import SemanticSimilarity
import Testing

@Suite("Names and codes")
struct NameFactTests {
  static let pairs: [FactPair] = [
    .differ(.names, "Your parcel is shipped by DHL.", "Your parcel is shipped by UPS."),
    .differ(.names, "We were founded by David Bundren.", "We were founded by David Carter."),
    .differ(.names, "Our office is in Berlin.", "Our office is in Madrid."),
    .agree("Our office is in the United States.", "Our office is in the U.S."),
    .agree("Our office is in the United States.", "Our office is in the USA."),
    .agree("The United Nations Security Council met.", "The UN Security Council met."),
    .differ(.names, "Russia sells gas and Russia buys cars.", "Russia sells gas and Brazil buys cars."),
    .agree("He works at the European Union.", "He works at the EU."),
    .agree("Ask Maria's team.", "ask the team of maria."),
    .missing(.names, "Pay by Klarna or card.", "Pay by card."),
    .agree("Ship it with FedEx.", "Certainly! Ship it with FedEx. Our Paris shop helps too."),
    .agree("Large parcels cost more.", "Big parcels cost more."),
    .differ(.codes, "Use the code SAVE20.", "Use the code SAVE30."),
    .agree("Use the code SAVE20.", "The code is SAVE20, have fun."),
    .differ(.codes, "Write to help@shop.example.", "Write to sales@shop.example."),
    .differ(.codes, "See https://shop.example/returns.", "See https://shop.example/refunds."),
    .agree("See https://www.shop.example/returns/.", "See shop.example/returns."),
    .missing(.codes, "Write to help@shop.example.", "Write to us."),
    .differ(.codes, "Call 555-123-4567.", "Call 555-123-4568."),
    .differ(.codes, "Your order is A-1234.", "Your order is A-1243."),
  ]

  @Test("names and codes", arguments: pairs)
  func pair(_ pair: FactPair) { pair.check() }
}
