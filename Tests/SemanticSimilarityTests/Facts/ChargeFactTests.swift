import SemanticSimilarity
import Testing

@Suite("What costs something, and what is said of what")
struct ChargeFactTests {
  static let cost: [FactPair] = [
    .differ(.money, "Parking is free for guests.", "Guests pay 12 euros for parking."),
    .differ(.money, "Breakfast is free.", "There is a fee of 8 euros for breakfast."),
    .differ(.money, "You pay for the first bag.", "Your first bag is free of charge."),
    .differ(.money, "Transfers are free.", "We charge a fee for transfers."),
    .differ(.negation, "There is no fee for a new card.", "We charge you 10 euros for a new card."),
    .differ(.money, "Students have to pay for printing.", "Printing is free for students."),
    .differ(.money, "The app is free.", "The app costs 3 dollars a month."),
    .differ(.money, "Changing the name costs 30 pounds.", "Changing the name is free of charge."),
    .differ(.money, "Wi-Fi is free in all rooms.", "In all rooms, Wi-Fi costs 5 euros."),
    .differ(.money, "Cancelling the booking is free.", "If in doubt: cancelling the booking costs 20 euros."),
  ]

  static let costBeside: [FactPair] = [
    .agree("Parking is free for guests.", "Guests don't pay for parking."),
    .agree("Breakfast is free.", "Breakfast is included at no charge; dinner costs 20 euros."),
    .agree("Delivery costs 4.90 euros.", "Delivery costs 4.90 euros; from 60 euros it is free."),
    .agree("Feel free to call us.", "You can call us; calls cost 10 cents a minute."),
    .agree("Returns are free.", "I can tell you about delivery times and costs, returns and refunds."),
    .agree("The first bag is free.", "Your first bag is free, the second bag costs 30 euros."),
    .agree("Children travel free.", "Adults pay 10 euros, children travel free."),
    .agree("The soap is free of perfume.", "The soap costs 3 euros."),
    .agree("Cancelling is free.", "You pay nothing for cancelling. A new booking costs 20 euros."),
  ]

  static let moved: [FactPair] = [
    .differ(
      .units, "Delivery takes 2 to 4 working days.",
      "Delivery takes 5 working days at most, and refunds reach you in 2 to 4 working days."),
    .differ(.units, "The bus takes 40 minutes.", "The bus takes 55 minutes, the train takes 40 minutes."),
    .differ(.money, "Parking costs 12 euros.", "Parking costs 15 euros; breakfast costs 12 euros."),
    .differ(.units, "The battery lasts ten hours.", "The battery lasts six hours, and charging takes ten hours."),
    .differ(
      .units, "Check-in closes 60 minutes before departure.",
      "Check-in closes 40 minutes before departure, and boarding ends 60 minutes after it."),
  ]

  static let movedBeside: [FactPair] = [
    .agree("Delivery takes 2 to 4 working days.", "Refunds take 5 working days. Delivery takes 2 to 4 working days."),
    .agree("The train takes 2 hours.", "Walking takes 5 hours, and by train you need 2 hours."),
    .agree("Parking costs 12 euros.", "Breakfast costs 15 euros, and for parking you pay 12 euros."),
    .agree("The bus takes 40 minutes.", "It takes 40 minutes by bus; the stop is 5 minutes from here."),
    .agree("Delivery takes 5 days.", "Delivery within the city takes 2 days, otherwise it takes 5 days."),
  ]

  static let compared: [FactPair] = [
    .differ(.roles, "The train is faster than the bus.", "The bus is faster, compared with the train."),
    .differ(.roles, "Plan A is cheaper than plan B.", "Plan B is the better choice: plan B is cheaper than plan A."),
    .differ(.roles, "A laptop is heavier than a tablet.", "A tablet is heavier than a laptop, surprisingly."),
    .differ(.roles, "Silk is stronger than cotton.", "Cotton is usually stronger than silk."),
    .differ(.roles, "Refunds are slower than delivery.", "Delivery is slower than a refund."),
  ]

  static let comparedBeside: [FactPair] = [
    .agree("The train is faster than the bus.", "The train is faster: it takes an hour, the bus takes two."),
    .agree("The train is faster than the bus.", "The bus is slower than the train."),
    .agree("Plan A is cheaper than plan B.", "Plan B is dearer, plan A is cheaper."),
    .agree("The new model is lighter than the old one.", "Our new model is lighter."),
    .agree("Silk is stronger than cotton.", "Compared with cotton, silk is stronger."),
  ]

  @Test("free and charged: contradictions", arguments: cost)
  func costContradicted(_ pair: FactPair) { pair.check() }

  @Test("free and charged: no contradictions", arguments: costBeside)
  func costUncontradicted(_ pair: FactPair) { pair.checkIsUncontradicted() }

  @Test("quantities of something else: contradictions", arguments: moved)
  func movedContradicted(_ pair: FactPair) { pair.check() }

  @Test("quantities of something else: no contradictions", arguments: movedBeside)
  func movedUncontradicted(_ pair: FactPair) { pair.checkIsUncontradicted() }

  @Test("compared the other way round: contradictions", arguments: compared)
  func comparedContradicted(_ pair: FactPair) { pair.check() }

  @Test("compared the other way round: no contradictions", arguments: comparedBeside)
  func comparedUncontradicted(_ pair: FactPair) { pair.checkIsUncontradicted() }
}
