import SemanticSimilarity
import Testing

@Suite("What is granted and what is denied")
struct DeniedClaimFactTests {
  static let granted: [FactPair] = [
    .differ(
      .negation, "Unused holiday can be carried over to the next year.",
      "Unused holiday expires in December; it can't be carried over."),
    .differ(
      .negation, "You can cancel the booking online.", "I'm sorry, but it isn't possible to cancel a booking online."),
    .differ(.negation, "Pets are welcome in the rooms.", "Unfortunately we don't allow pets in our rooms."),
    .differ(
      .negation, "You can pay in cash on board.", "Cash isn't something we take for payment on board, I'm afraid."),
    .differ(
      .negation, "The hotel accepts American Express.",
      "Sadly, American Express isn't accepted here; Visa and Mastercard are."),
    .differ(.negation, "Guests may smoke on the balcony.", "Smoking on the balcony is not permitted."),
    .differ(.negation, "You can extend the loan by phone.", "We are unable to extend a loan by phone."),
    .differ(.negation, "Students can borrow laptops.", "There is no way for students to borrow laptops."),
    .differ(.negation, "A visa can be extended once.", "The visa cannot be extended."),
    .differ(
      .negation, "It is possible to change the seat after check-in.",
      "You won't be able to change your seat after check-in."),
    .differ(.negation, "Refunds to gift cards are possible.", "We can't make refunds to gift cards."),
    .differ(
      .negation, "The file can be restored from the bin.",
      "Once emptied, that's it: a file from the bin can't be restored."),
  ]

  static let grantedBeside: [FactPair] = [
    .agree("Dogs are not allowed in the restaurant.", "You can bring your dog to our garden, where dogs are welcome."),
    .agree("You can cancel within 24 hours.", "After 24 hours you cannot cancel."),
    .agree("Returns are possible within 30 days.", "Returns are not possible after 30 days."),
    .agree("You can pay by card.", "You can pay by card, but you can't pay with cash."),
    .agree("You can pay by card.", "Cash is not accepted. You can pay by card."),
    .agree("You can't take liquids on board.", "Liquids are not permitted on board."),
    .agree("You may not smoke in the rooms.", "Please smoke outside; it's forbidden in the rooms."),
    .agree("We deliver to Norway.", "I can't find anything about deliveries to Norway."),
    .agree("You can upload files of up to 5 MB.", "You cannot upload files larger than 5 MB."),
    .agree("You can bring a guest.", "You don't have to bring a guest."),
    .agree("You can reach us by chat.", "We don't have a phone line, but you can chat with us."),
    .agree("Your seat can be changed until check-in.", "You can't change your seat once you've checked in."),
  ]

  static let nobody: [FactPair] = [
    .differ(.negation, "You can visit the museum on Mondays.", "Nobody can visit the museum on Mondays."),
    .differ(.negation, "Three builds failed.", "Three builds were cancelled, none failed."),
    .differ(.negation, "The support team answers calls on Sunday.", "Nobody answers calls on Sunday."),
    .differ(.negation, "Both applicants were accepted.", "Neither of the applicants was accepted."),
    .differ(.negation, "All users were notified.", "None of the users were notified."),
    .differ(.negation, "Some passengers were injured.", "No passengers were injured."),
    .differ(.negation, "The files were deleted.", "None of the files have been deleted."),
    .differ(.negation, "The caller left a message.", "The phone rang, but nobody left a message."),
    .differ(.negation, "Your data is shared with partners.", "None of your data is shared with partners."),
    .differ(.negation, "Someone was at the reception at night.", "Nobody was at the reception at night."),
  ]

  static let nobodyBeside: [FactPair] = [
    .agree("None of the tests failed.", "All tests passed, none failed."),
    .agree("Nobody is at the desk on Sundays.", "The desk is not staffed on Sundays."),
    .agree("Two tests failed.", "Two tests failed, none were skipped."),
    .agree("You can call us on weekdays.", "Nobody is at the phone on Saturdays."),
    .agree("Anna approved the request.", "Nobody but Anna approved the request."),
    .agree("The invoice was paid.", "The invoice was paid; nothing else needs to be done."),
    .agree("We are open on weekdays.", "We are open on weekdays, and nobody is here at the weekend."),
    .agree("Neither plan includes support.", "Support is not part of either plan."),
    .agree("The shop offers repairs.", "The shop offers repairs, but none on Sundays."),
  ]

  static let verbs: [FactPair] = [
    .differ(.negation, "You may eat grapefruit during the treatment.", "Avoid grapefruit during the treatment."),
    .differ(.negation, "We accept cheques.", "We refuse cheques."),
    .differ(.negation, "You can park in the yard.", "The landlord prohibits parking in the yard."),
    .differ(.negation, "The phone has a headphone jack.", "The phone lacks a headphone jack."),
    .differ(.negation, "We sell printed tickets.", "We stopped selling printed tickets."),
    .differ(.negation, "Drones may be flown in the park.", "The city has banned drones in the park."),
    .differ(.negation, "The backup ran last night.", "The backup failed to run last night."),
    .differ(.negation, "Alcohol is allowed on the premises.", "Alcohol is forbidden on the premises."),
    .differ(.negation, "Visitors can take photos in the chapel.", "Please refrain from taking photos in the chapel."),
    .differ(.negation, "The server responds to pings.", "The server fails to respond to pings."),
  ]

  static let verbsBeside: [FactPair] = [
    .agree("You should not drink alcohol during treatment.", "Avoid alcohol during the treatment."),
    .agree("Parking in the yard is forbidden.", "You can't park in the yard."),
    .agree("We don't take cheques.", "We refuse cheques."),
    .agree("The phone has no headphone jack.", "The phone lacks a headphone jack."),
    .agree("The room has a balcony.", "The room has a balcony but lacks a bath."),
    .agree("To avoid delays, check in online.", "Check in online so that you avoid delays."),
    .agree("The tests passed.", "The tests stopped failing."),
    .agree("Keep the medicine away from children.", "Avoid leaving the medicine near children."),
    .agree("The fridge keeps food cool.", "The fridge stops food going bad."),
  ]

  static let more: [FactPair] = [
    .differ(
      .negation, "Bookings cannot be cancelled.",
      "Yes, you can cancel your booking free of charge up to 24 hours before departure."),
    .differ(
      .negation, "Dogs are not allowed in the cabin.",
      "Small dogs (up to 8 kg including the carrier) may travel in the cabin."),
    .differ(
      .negation, "You can return your sneakers within 30 days.",
      "I'm sorry for your loss, but as a shoe shop, I'm unable to provide refunds or returns."),
    .differ(.negation, "You can send the chair back.", "Sorry, chairs can't be returned."),
    .differ(
      .negation, "You may put two orders into one parcel.",
      "Please don't:\n\n- send shoes without the label\n- put two orders into one parcel"),
    .differ(.negation, "We accept cheques.", "Visa is accepted, cheques aren't."),
    .differ(
      .modality, "Order T-2077 was shipped yesterday.",
      "We're packing T-2077 right now, and tomorrow it leaves the warehouse."),
    .differ(
      .units, "Shoes can be returned within 30 days of delivery.",
      "The 30 days start on the day you place your order, not on the day the parcel reaches you."),
  ]

  static let moreBeside: [FactPair] = [
    .agree("Cheques are an old means of payment.", "Visa is accepted, cheques aren't."),
    .agree("You can't send the chair back.", "Sorry, chairs can't be returned."),
    .agree("We pack your order within a day.", "We're packing your order right now."),
    .agree("We do not offer refunds.", "Sorry, we don't refund."),
    .agree(
      "Do not send shoes without the label.",
      "Please don't:\n\n- send shoes without the label\n- put two orders into one parcel"),
  ]

  @Test("permission: contradictions", arguments: granted)
  func grantedContradicted(_ pair: FactPair) { pair.check() }

  @Test("permission: no contradictions", arguments: grantedBeside)
  func grantedUncontradicted(_ pair: FactPair) { pair.checkIsUncontradicted() }

  @Test("nobody and none: contradictions", arguments: nobody)
  func nobodyContradicted(_ pair: FactPair) { pair.check() }

  @Test("nobody and none: no contradictions", arguments: nobodyBeside)
  func nobodyUncontradicted(_ pair: FactPair) { pair.checkIsUncontradicted() }

  @Test("verbs that deny: contradictions", arguments: verbs)
  func verbsContradicted(_ pair: FactPair) { pair.check() }

  @Test("verbs that deny: no contradictions", arguments: verbsBeside)
  func verbsUncontradicted(_ pair: FactPair) { pair.checkIsUncontradicted() }

  @Test("lists, brackets and what is no verb: contradictions", arguments: more)
  func moreContradicted(_ pair: FactPair) { pair.check() }

  @Test("lists, brackets and what is no verb: no contradictions", arguments: moreBeside)
  func moreUncontradicted(_ pair: FactPair) { pair.checkIsUncontradicted() }

  @Test("a denial is found too where the guard is narrowed to negation")
  func narrowed() {
    let comparison = FactGuard(kinds: .negation).compare(
      reference: "You can pay with PayPal within 30 days.",
      answer: "I'm not able to accept payment through PayPal; you have 14 days.")
    #expect(comparison.contradicts)
  }
}
