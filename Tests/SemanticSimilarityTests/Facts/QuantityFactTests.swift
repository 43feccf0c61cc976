import SemanticSimilarity
import Testing

@Suite("Numbers, amounts and units")
struct QuantityFactTests {
  static let numbers: [FactPair] = [
    .agree("About a third of users agree.", "Roughly 33% of users agree."),
    .differ(.numbers, "About a third of users agree.", "Roughly two thirds of users agree."),
    .agree("Wait a quarter of an hour.", "Wait 15 minutes."),
    .agree("Do not take more than 4 tablets.", "You should take no more than four tablets."),
    .agree("The file must not be larger than 5 MB.", "Files can be up to 5 MB in size."),
    .differ(.numbers, "Do not take more than 4 tablets.", "Please take more than 4 tablets."),
    .agree("Bake it for 45 minutes.", "Bake it for three quarters of an hour."),
    .agree("You add a fee of 4.90 euros.", "You add a fee of 4 euros 90."),
    .differ(.numbers, "You can return up to 3 items.", "You can return up to 5 items."),
    .differ(.numbers, "Our plan covers twelve users.", "Our plan covers 20 users."),
    .agree("Our plan covers twenty-five users.", "The plan we offer covers 25 users."),
    .agree("We have 1,200 stores.", "We have 1200 stores."),
    .differ(.numbers, "We have 1,200 stores.", "We have 12,000 stores."),
    .agree("About 1.5 million customers use it.", "It is used by about 1,500,000 customers."),
    .differ(.numbers, "You get a 15% discount.", "You get a 50% discount."),
    .agree("You get a 15% discount.", "You get a discount of fifteen percent."),
    .agree("Half of the fee is refunded.", "50% of the fee is refunded."),
    .agree("We keep 3/4 of the amount.", "We keep 75% of the amount."),
    .differ(.numbers, "It is the 3rd floor.", "It is the 5th floor."),
    .agree("It is the third floor.", "It is the 3rd floor."),
    .agree("Two hundred and fifty seats are left.", "250 seats are left."),
    .missing(.numbers, "The warranty covers 4 repairs.", "The warranty covers repairs."),
    .agree("Your cart holds 3 items.", "Hello! Your cart holds 3 items. We have 200 more in stock."),
    .agree("One of our agents will call.", "An agent of ours will call."),
    .differ(.numbers, "Allow 5 to 7 attempts.", "Allow 5 to 9 attempts."),
    .differ(.units, "Shoes can be returned within 30 days.", "Shoes can be returned after 30 days."),
    .differ(.numbers, "At least 17 people came.", "At most 17 people came."),
    .agree("The temperature was -5 degrees.", "It was -5 degrees."),
  ]

  static let money: [FactPair] = [
    .differ(.money, "Shipping costs $5.", "Shipping costs $15."),
    .differ(.money, "Shipping costs $5.", "Shipping costs €5."),
    .agree("Shipping costs $5.", "Shipping costs 5 dollars."),
    .agree("The fee is €1,500.00.", "The fee is EUR 1500."),
    .agree("It costs 99 cents.", "It costs $0.99."),
    .agree("It costs $1.5 million.", "It costs USD 1.5 million."),
    .agree("Meals are $3 or $4.", "Meals are 3 or 4 dollars."),
    .differ(.money, "The refund was £20.", "The refund was £200."),
    .missing(.money, "Express delivery costs $12.", "Express delivery has an extra cost."),
    .agree("Orders over $50 ship free.", "Orders over $50 ship free; express is $12 extra."),
  ]

  static let units: [FactPair] = [
    .differ(.units, "Refunds are possible within 30 days.", "Refunds are possible within 60 days."),
    .agree("Refunds take six weeks.", "Refunds take 42 days."),
    .differ(.units, "Refunds take six weeks.", "Refunds take 30 days."),
    .agree("The warranty lasts 24 months.", "The warranty lasts two years."),
    .differ(.units, "The warranty lasts 2 years.", "The warranty lasts 2 months."),
    .agree("Wait an hour.", "Wait 60 minutes."),
    .agree("The cable is 2 m long.", "The cable is 200 cm long."),
    .agree("It is 100 meters deep.", "It is 328 feet deep."),
    .differ(.units, "It weighs 5 kg.", "It weighs 5 g."),
    .agree("The file may have 2 GB.", "The file may have 2048 MB."),
    .differ(.units, "The file may have 2 GB.", "The file may have 2 MB."),
    .agree("Keep it below 25 °C.", "Keep it below 77 °F."),
    .agree("You have a 30-day trial.", "You have a trial of 30 days."),
    .differ(.units, "It takes 5 business days.", "It takes 5 days."),
    .agree("It takes 5 business days.", "It takes five working days."),
    .missing(.units, "Refunds arrive within 14 days.", "Refunds arrive on your card."),
    .agree("Delivery takes 5-7 days.", "Delivery takes five to seven days."),
  ]

  @Test("numbers in digits and words", arguments: numbers)
  func number(_ pair: FactPair) { pair.check() }

  @Test("amounts and currencies", arguments: money)
  func amount(_ pair: FactPair) { pair.check() }

  @Test("units after conversion", arguments: units)
  func unit(_ pair: FactPair) { pair.check() }
}
