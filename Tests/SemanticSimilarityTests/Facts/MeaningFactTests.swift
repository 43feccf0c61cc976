import SemanticSimilarity
import Testing

@Suite("Words that turn a meaning round")
struct MeaningFactTests {
  static let negation: [FactPair] = [
    .differ(.negation, "You can cancel after shipment.", "You cannot cancel after shipment."),
    .differ(.negation, "Gift cards are not refundable.", "Gift cards are refundable."),
    .agree("You can't return opened software.", "You cannot return opened software."),
    .agree("The item is not available.", "The item is unavailable."),
    .agree("The shop is not open.", "The shop is closed."),
    .differ(.negation, "We no longer ship to Canada.", "We ship to Canada."),
    .differ(.negation, "You can return it without a receipt.", "You can return it with a receipt."),
    .differ(.negation, "Yes, you can.", "No, you can."),
    .agree("Not only returns but exchanges are free.", "Returns and exchanges are free."),
    .differ(.negation, "I was able to log in.", "I was unable to log in."),
    .agree("It isn't possible to change the address.", "It is impossible to change the address."),
    .agree("We do not charge for returns.", "Don't worry: we do not charge for returns."),
    .differ(.negation, "Our customers are happy with it.", "Our customers are unhappy with it."),
    .differ(.negation, "I was not happy with it.", "I was not unhappy with it."),
    .differ(.negation, "We ship to Canada and do not ship to Mexico.", "We ship to Canada and ship to Mexico."),
    .agree("It is currently not available.", "It is not currently available."),
    .agree("We regret the lack of parts.", "We regret the absence of parts."),
    .agree("The shop sent you a mail.", "You received a mail from the shop."),
    .differ(.negation, "We are so sorry about it.", "We are not so sorry about it."),
    .differ(.negation, "The dog jumps into the water.", "The dog is not jumping into the water."),
  ]

  static let modality: [FactPair] = [
    .differ(.modality, "You must show a receipt.", "You may show a receipt."),
    .differ(.modality, "You have to sign the form.", "You don't have to sign the form."),
    .agree("You must sign the form.", "You have to sign the form."),
    .agree("You may bring a friend.", "You can bring a friend."),
    .differ(.modality, "The parcel will arrive today.", "The parcel might arrive today."),
    .differ(.modality, "You should keep the box.", "You must keep the box."),
    .agree("We may be late in May.", "In May we might be late."),
  ]

  static let quantifiers: [FactPair] = [
    .differ(.quantifiers, "All orders ship free.", "Some orders ship free."),
    .differ(.quantifiers, "Most items can be returned.", "Few items can be returned."),
    .agree("All orders ship free.", "Every order ships free."),
    .agree("Many customers like it.", "Lots of customers like it."),
    .differ(.quantifiers, "Some colours are sold out.", "All colours are sold out."),
  ]

  static let opposites: [FactPair] = [
    .differ(.opposites, "Prices will increase next year.", "Prices will decrease next year."),
    .differ(.opposites, "Return it before the deadline.", "Return it after the deadline."),
    .differ(.opposites, "It costs more than the old one.", "It costs less than the old one."),
    .agree("Prices rose last year.", "Last year prices increased."),
    .differ(.opposites, "Your claim was approved.", "Your claim was rejected."),
    .differ(.opposites, "The red jacket is in stock.", "The blue jacket is in stock."),
    .differ(.opposites, "You can cancel if it has shipped.", "You can cancel unless it has shipped."),
    .agree("The red jacket is in stock.", "The red jacket is in stock, the blue jacket is not."),
    .differ(.opposites, "The best plan is Pro.", "The worst plan is Pro."),
  ]

  static let roles: [FactPair] = [
    .differ(.roles, "Anna paid Peter for the ticket.", "Peter paid Anna for the ticket."),
    .agree("Anna paid Peter for the ticket.", "Peter was paid by Anna for the ticket."),
    .differ(.roles, "Anna was paid by Peter for the ticket.", "Anna paid Peter for the ticket."),
    .agree("On Tuesday Anna called Peter about it.", "Anna called Peter about it on Tuesday."),
    .differ(.roles, "The shop sends the parcel to the courier.", "The courier sends the parcel to the shop."),
    .differ(.roles, "We moved the files from Dropbox to Drive.", "We moved the files from Drive to Dropbox."),
    .differ(.roles, "A little boy throws a man in the water.", "A man throws a little boy in the water."),
    .agree("Anna and Peter bought tickets.", "Peter and Anna bought tickets."),
  ]

  @Test("negation", arguments: negation)
  func deny(_ pair: FactPair) { pair.check() }

  @Test("modality", arguments: modality)
  func modal(_ pair: FactPair) { pair.check() }

  @Test("quantifiers", arguments: quantifiers)
  func quantifier(_ pair: FactPair) { pair.check() }

  @Test("opposites", arguments: opposites)
  func opposite(_ pair: FactPair) { pair.check() }

  @Test("who does what to whom", arguments: roles)
  func role(_ pair: FactPair) { pair.check() }
}
