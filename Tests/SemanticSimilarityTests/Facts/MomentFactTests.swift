import SemanticSimilarity
import Testing

@Suite("When something happens, happened or counts from")
struct MomentFactTests {
  static let days: [FactPair] = [
    .differ(.dates, "Your card arrives tomorrow.", "Your new card arrives next week."),
    .differ(.dates, "The technician comes today.", "The technician will come to you tomorrow."),
    .differ(.dates, "Claims are paid the same day.", "We pay claims on the next business day."),
    .differ(.dates, "The report was sent yesterday.", "We sent you the report last week."),
    .differ(.units, "The course starts next week.", "The course starts next month."),
    .differ(.dates, "Orders before noon ship the same day.", "Orders before noon ship the following day."),
    .differ(.dates, "The results come out tomorrow.", "The results come out today."),
    .differ(.dates, "Maintenance happens tonight.", "Maintenance happens tomorrow."),
    .differ(.opposites, "The rent was paid last week.", "The rent is paid next week."),
    .differ(.dates, "Laundry is returned the next day.", "Laundry is returned the same day."),
  ]

  static let daysBeside: [FactPair] = [
    .agree("Your card arrives tomorrow.", "Your card was sent today and arrives tomorrow."),
    .agree("The report was sent yesterday.", "The report you got last week is old; the new one was sent yesterday."),
    .agree("The technician comes today.", "The technician comes today; the invoice follows next week."),
    .agree("Orders before noon ship the same day.", "Orders before noon ship the same day, later ones the next day."),
    .agree("The course starts next week.", "You can register until tomorrow. The course starts next week."),
    .agree("Maintenance happens tonight.", "Maintenance takes place today."),
    .agree("I asked for a refund yesterday.", "We got your message today."),
    .agree("The parcel leaves us today.", "Your parcel leaves our house today and reaches you tomorrow."),
    .agree("The flight was cancelled yesterday.", "Your flight was cancelled yesterday. A new one leaves tomorrow."),
    .agree("The office is closed today.", "The office is closed today and opens tomorrow."),
  ]

  static let progress: [FactPair] = [
    .differ(.modality, "Your refund has been issued.", "Your refund will be issued within five days."),
    .differ(.modality, "The train has already departed.", "The train will depart in ten minutes."),
    .differ(.modality, "The contract has been signed.", "The contract is about to be signed."),
    .differ(.modality, "The parcel is on its way.", "The parcel is still being prepared."),
    .differ(.modality, "Your order has been delivered.", "Your order is on the way, it will be delivered soon."),
    .differ(.modality, "The bug has been fixed.", "The bug is being fixed right now."),
    .differ(.modality, "The invoice was paid.", "The invoice will be paid on Friday."),
    .differ(.modality, "Your application has been reviewed.", "Your application has yet to be reviewed."),
    .differ(.modality, "The new version was released.", "The new version is going to be released in May."),
    .differ(.modality, "Your account will be closed.", "Your account has been closed."),
  ]

  static let progressBeside: [FactPair] = [
    .agree("Your order has been shipped.", "Your order has been shipped and will be delivered on Monday."),
    .agree("The train has departed.", "The train has already departed. The next one will depart at noon."),
    .agree(
      "The refund will be issued once the parcel has arrived.",
      "Once the parcel has arrived, the refund will be issued."),
    .agree("The bug has been fixed.", "The bug has been fixed; the fix will be released tomorrow."),
    .agree("Refunds will be paid within five days.", "We will have paid the refund within five days."),
    .agree("The parcel may not have arrived yet.", "Your parcel hasn't arrived yet."),
    .agree("No one has answered the survey yet.", "The survey hasn't been answered by anyone yet."),
    .agree("Your order is being packed.", "We are packing your order; it will ship today."),
    .agree("The contract has been signed by Anna.", "Anna has signed the contract, and Peter will sign it tomorrow."),
    .agree("The meeting was moved to Friday.", "The meeting will be on Friday."),
  ]

  static let past: [FactPair] = [
    .differ(.money, "A cup of coffee costs 2 euros.", "A cup of coffee used to cost 2 euros."),
    .differ(.negation, "We ship to Iceland.", "We used to ship to Iceland."),
    .differ(.negation, "The app supports Windows.", "The app formerly supported Windows."),
    .differ(.negation, "Line 5 stops at the market.", "Line 5 used to stop at the market."),
    .differ(.negation, "The plan includes phone support.", "The plan previously included phone support."),
    .differ(.negation, "Students get a discount.", "Students used to get a discount."),
    .differ(.negation, "The pool opens at night.", "The pool formerly opened at night."),
    .differ(.negation, "We no longer sell printers.", "We sell printers."),
    .differ(.negation, "Anna works for the bank.", "Anna used to work for the bank."),
    .differ(.negation, "The museum charges no entrance fee.", "The museum charges an entrance fee."),
  ]

  static let pastBeside: [FactPair] = [
    .agree("We used to ship to Iceland.", "In the past we shipped to Iceland."),
    .agree("We no longer ship to Iceland.", "We used to ship to Iceland."),
    .agree("The glue is used to repair shoes.", "The glue is used to repair shoes and bags."),
    .agree("Anna works for the bank.", "Anna used to work for the school; now she works for the bank."),
    .agree("The price is 3 euros.", "The price used to be 2 euros; now it is 3 euros."),
    .agree("The app supports macOS.", "The app formerly supported Windows; it supports macOS."),
    .agree("You get used to the noise.", "You'll be used to the noise soon."),
    .agree("The pool opens at nine.", "The pool used to open at ten; it opens at nine today."),
    .agree(
      "Returns are free.", "Returns used to cost 4.90 euros, but we dropped that fee last year. Today you pay nothing."),
    .agree("The tool is used to measure pressure.", "It's used to measure pressure."),
  ]

  static let period: [FactPair] = [
    .differ(.units, "You can complain within 14 days of purchase.", "You can complain within 14 days of receipt."),
    .differ(
      .units, "The warranty lasts two years from delivery.", "The warranty lasts two years from the date of purchase."),
    .differ(
      .units, "You can withdraw for 14 days after signing.", "You can withdraw for 14 days after you receive the goods."
    ),
    .differ(.units, "Payment is due 30 days after delivery.", "Payment is due 30 days after you place the order."),
    .differ(.units, "Refunds take 5 days from cancellation.", "Refunds take 5 days from the departure date."),
    .differ(
      .units, "The voucher is valid for a year and can be used within 12 months of purchase.",
      "You can use it within 12 months of registration."),
    .differ(.units, "The trial ends 14 days after registration.", "The trial ends 14 days after the purchase."),
    .differ(.units, "Report it within 48 hours of arrival.", "Report it within 48 hours of booking."),
    .differ(.units, "You are paid 10 days after the return.", "You are paid 10 days after the cancellation."),
    .differ(
      .units, "The results appear two weeks after publication.", "The results appear 14 days after registration."),
  ]

  static let periodBeside: [FactPair] = [
    .agree(
      "You can return it within 30 days of delivery.", "You can return it within 30 days after you have received it."),
    .agree(
      "You can return it within 30 days of delivery.", "You can return it within 30 days of the delivery of your order."
    ),
    .agree(
      "Refunds arrive 5 days after the return.", "The money is there 5 days after your parcel arrives at our warehouse."
    ),
    .agree("The warranty lasts two years from purchase.", "From the day you buy it, you have a two-year warranty."),
    .agree("You have 14 days.", "You have 14 days from delivery."),
    .agree("You have 14 days from delivery.", "You have 14 days to return your order."),
    .agree("The limit is 30 days after the order arrives.", "The limit is 30 days after delivery."),
    .agree("You can cancel within 14 days after booking.", "You can cancel within 14 days of making the reservation."),
    .agree("The trial ends 14 days after registration.", "The trial ends 14 days after you register."),
    .agree(
      "Payment is due 30 days after delivery.",
      "Payment is due 30 days after delivery of the order, not 30 days after purchase."),
  ]

  @Test("days from today: contradictions", arguments: days)
  func daysContradicted(_ pair: FactPair) { pair.check() }

  @Test("days from today: no contradictions", arguments: daysBeside)
  func daysUncontradicted(_ pair: FactPair) { pair.checkIsUncontradicted() }

  @Test("done and still to come: contradictions", arguments: progress)
  func progressContradicted(_ pair: FactPair) { pair.check() }

  @Test("done and still to come: no contradictions", arguments: progressBeside)
  func progressUncontradicted(_ pair: FactPair) { pair.checkIsUncontradicted() }

  @Test("what is no more: contradictions", arguments: past)
  func pastContradicted(_ pair: FactPair) { pair.check() }

  @Test("what is no more: no contradictions", arguments: pastBeside)
  func pastUncontradicted(_ pair: FactPair) { pair.checkIsUncontradicted() }

  @Test("what a period counts from: contradictions", arguments: period)
  func periodContradicted(_ pair: FactPair) { pair.check() }

  @Test("what a period counts from: no contradictions", arguments: periodBeside)
  func periodUncontradicted(_ pair: FactPair) { pair.checkIsUncontradicted() }
}
