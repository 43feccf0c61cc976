import SemanticSimilarity
import Testing

@Suite("Answers that say more than the reference")
struct LongAnswerFactTests {
  static let pairs: [FactPair] = [
    .agree(
      "Refunds take 5 business days.",
      "Hi Anna, thanks for reaching out! Your refund takes 5 business days. If it isn't there by then, write to help@shop.example or call 555-123-4567."
    ),
    .differ(
      .units, "Refunds take 5 business days.",
      "Hi Anna, thanks for reaching out! Your refund takes 10 business days. If it isn't there by then, write to us."),
    .agree(
      "You can return shoes within 30 days.",
      "Of course! Shoes can be returned within 30 days. Please keep the box. We do not accept worn shoes."),
    .agree(
      "The order can be cancelled before it ships.",
      "No problem. You can cancel your order before it ships; after that you'd return it."),
    .differ(
      .negation, "The order can be cancelled.",
      "Unfortunately, your order cannot be cancelled anymore. Sorry about that!"),
    .agree("The order cannot be cancelled.", "Unfortunately, your order can't be cancelled anymore. Sorry about that!"),
    .agree(
      "Express shipping costs $12.",
      "We offer two options:\n- Standard: free, 5-7 days\n- Express shipping: $12, 2 days"),
    .differ(
      .money, "Express shipping costs $12.", "We offer two options:\n- Standard shipping: $5\n- Express shipping: $15"),
    .agree(
      "Order 4711 was shipped on March 3.", "Good news: order #4711 was shipped on 3 March and will arrive on Friday."),
    .differ(.numbers, "Order 4711 was shipped.", "Good news: order #4712 was shipped."),
    .agree("Your warranty lasts two years.", "**Warranty**\n\nYour warranty lasts 24 months from the day of purchase."),
    .missing(.units, "Your warranty lasts two years.", "Yes, every product has a warranty. See the card in the box."),
    .agree("You need the receipt.", "Please bring the receipt; you need it for the return."),
    .differ(
      .modality, "You need to bring the receipt.",
      "You don't need to bring the receipt, we find your order by your name."),
    .agree("We never share your data.", "Your data is safe: we never share it, and you can delete it at any time."),
    .differ(.opposites, "The shop opens after the holidays.", "The shop opens before the holidays, see you there!"),
    .agree(
      "Contact Maria in the Berlin office.", "You can contact Maria, who works at the office in Berlin, any weekday."),
  ]

  @Test("extra words are allowed, other facts are not", arguments: pairs)
  func pair(_ pair: FactPair) { pair.check() }
}
