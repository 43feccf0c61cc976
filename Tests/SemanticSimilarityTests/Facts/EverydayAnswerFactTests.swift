import SemanticSimilarity
import Testing

@Suite("Answers of everyday services")
struct EverydayAnswerFactTests {
  static let everyday: [FactPair] = [
    .differ(.negation, "Students get a discount of 10 %.", "Unfortunately, there are no discounts for students."),
    .differ(
      .negation, "You can log in with your old password.",
      "Your old password no longer works; it isn't possible to log in with it."),
    .differ(.negation, "We never share your data with advertisers.", "Your data may be shared with advertisers."),
    .differ(.money, "The lounge is free for all passengers.", "Passengers pay 30 dollars for the lounge."),
    .differ(.modality, "The visa has been approved.", "The visa will be approved soon."),
    .differ(.negation, "The swimming pool can be used at night.", "Nobody may use the swimming pool at night."),
    .differ(
      .units, "You can claim the bonus within 30 days of registration.",
      "You can claim the bonus within 30 days of your first purchase."),
    .differ(.dates, "The invoice is sent the same day.", "We send the invoice the next working day."),
    .differ(.negation, "You can't transfer tickets to other people.", "Tickets can be transferred to other people."),
    .differ(.negation, "Nuts are used in our kitchen.", "We use no nuts in our kitchen."),
    .differ(.negation, "It is forbidden to feed the ducks.", "You can feed the ducks."),
    .differ(.negation, "The museum takes group bookings.", "The museum doesn't take group bookings any more."),
    .differ(.negation, "The package includes travel insurance.", "Travel insurance isn't included in the package."),
    .differ(.modality, "Your card will be blocked.", "Your card has been blocked."),
    .differ(.dates, "The road was reopened yesterday.", "The road will be reopened next week."),
    .differ(.negation, "Your luggage has been found.", "We have not found your luggage yet."),
    .differ(.negation, "You are allowed to record the lecture.", "Please refrain from recording the lecture."),
    .differ(.negation, "A deposit is required.", "No deposit is required."),
    .differ(
      .negation, "The function can be called from any thread.",
      "It isn't safe: the function must never be called from another thread."),
    .differ(.negation, "Spare parts are available.", "There are no spare parts available."),
    .differ(.negation, "The bus stops at the airport.", "The bus doesn't stop at the airport."),
    .differ(.negation, "The bus stops at the airport.", "The bus used to stop at the airport."),
    .differ(.negation, "I can access your calendar.", "I'm unable to access your calendar."),
    .differ(
      .negation, "You can collect the parcel from a neighbour.",
      "Parcels are never left with neighbours and can't be collected from them."),
    .differ(.negation, "Swimming in the harbour is allowed.", "You are not allowed to swim in the harbour."),
    .differ(.negation, "Our app works offline.", "The app does not work offline."),
    .differ(.negation, "You can see other people's bookings.", "You cannot see the bookings of other people."),
    .differ(.negation, "Minors can open an account.", "It's impossible for minors to open an account."),
    .differ(.negation, "We offer gift wrapping.", "Sorry, gift wrapping isn't something we offer."),
    .differ(.negation, "The shop sells bikes.", "The shop has stopped selling bikes."),
    .differ(.money, "Members get free coffee.", "Members pay 1 euro for coffee."),
    .differ(.negation, "The price includes breakfast.", "Breakfast isn't included in the price."),
    .differ(.negation, "There is a charging station at the hotel.", "The hotel has no charging station."),
    .differ(.negation, "Your claim was approved.", "Your claim has not been approved yet."),
    .differ(.modality, "The package has arrived at the depot.", "The package will arrive at the depot tonight."),
    .differ(.dates, "The update is installed tonight.", "The update will be installed tomorrow."),
    .differ(.negation, "You can pay within 30 days of the invoice.", "No, payment by invoice is not offered."),
    .differ(.negation, "The cheese contains gluten.", "None of our cheese contains gluten."),
    .differ(.opposites, "The landlord pays for repairs.", "Tenants have to pay for repairs."),
    .differ(.negation, "We deliver on Sundays.", "There are no deliveries on Sundays."),
    .differ(.negation, "I will forward your message.", "I'm afraid I can't forward your message."),
    .differ(.negation, "You may share your ticket.", "Sharing your ticket is prohibited."),
    .differ(.negation, "Cats are allowed.", "Dogs are allowed, cats aren't."),
    .differ(.negation, "The function throws an error.", "The function never throws an error, it returns nil."),
    .differ(.negation, "Results are stored for a year.", "We don't store results."),
    .differ(
      .negation, "You can change the delivery address after ordering.",
      "After ordering, changing the delivery address is no longer possible."),
  ]

  static let everydayBeside: [FactPair] = [
    .agree("We repair phones.", "We repair phones but not tablets."),
    .agree("The lift is out of order.", "The lift can't be used at the moment."),
    .agree("You need a ticket.", "Nobody gets in without a ticket."),
    .agree("Students get a discount of 10 %.", "There is no discount except for students, who get 10 %."),
    .agree("The offer is only valid online.", "The offer is not valid in shops."),
    .agree("Your payment has not arrived yet.", "We have not received your payment yet."),
    .agree(
      "Your refund was sent on Monday and will arrive by Friday.",
      "We sent your refund on Monday. It will be on your account by Friday."),
    .agree("Your parcel will arrive tomorrow.", "Your parcel has left our warehouse and arrives tomorrow."),
    .agree("The doctor can see you tomorrow.", "There is no free appointment today; the doctor can see you tomorrow."),
    .agree(
      "Cancellation is free up to 24 hours before arrival.",
      "You can cancel for free until 24 hours before you arrive. After that we charge the first night."),
    .agree("The first 30 minutes are free.", "The first half hour costs nothing, after that you pay 2 euros an hour."),
    .agree("Wi-Fi is free.", "We offer free Wi-Fi, parking costs 10 euros."),
    .agree("The library does not lend DVDs any more.", "You can no longer borrow DVDs from the library."),
    .agree("The file cannot be opened.", "The file fails to open."),
    .agree("You may take two tablets a day.", "Do not take more than two tablets a day."),
    .agree("The medicine is not suitable for children.", "Children should not take the medicine."),
    .agree("Vegetarians can eat this dish.", "The dish contains no meat, so vegetarians can eat it."),
    .agree("The cake needs no eggs.", "You can bake the cake without eggs."),
    .agree(
      "We can't reset your password by phone.",
      "For safety reasons passwords are never reset by phone; you can reset your password online."),
    .agree("Tenants must not paint the walls.", "Painting the walls is not allowed."),
    .agree("Payment is due within 14 days of the invoice date.", "Please pay within 14 days of receiving the invoice."),
    .agree(
      "You have 14 days after delivery to withdraw.",
      "After your parcel has been delivered, you have 14 days to withdraw."),
    .agree(
      "The guarantee is valid for two years after purchase.",
      "The guarantee runs for 24 months from the day you bought the device."),
    .agree("The meeting was moved to next week.", "The meeting will take place next week, not today."),
    .agree("The train was delayed by 20 minutes.", "Your train will be 20 minutes late."),
    .agree("The next bus leaves in ten minutes.", "The last bus has left, the next one will leave in ten minutes."),
    .agree("Luggage can be stored at the station.", "You can store your luggage at the station, but not overnight."),
    .agree("Dogs must be kept on a lead.", "Dogs may not run free."),
    .agree("The office is closed today.", "Nobody is at the office today."),
    .agree("I don't know the answer.", "I'm not able to answer that."),
    .agree("You won't be charged until the trial ends.", "We charge you after the trial ends."),
    .agree(
      "The trial is free for 14 days.", "You don't pay during the 14-day trial. Afterwards it costs 9 euros a month."),
    .agree("Only managers can approve holidays.", "Employees can't approve holidays themselves."),
    .agree("You can change your order until it ships.", "Once it has shipped, your order can't be changed."),
    .agree("Our shop in Bonn has closed.", "You can't visit our shop in Bonn any more."),
    .agree("Children under six are not charged.", "Children under six travel for free; older children pay half."),
    .agree("You can borrow five books.", "You can't borrow more than five books."),
    .agree("The garage has no free spaces.", "The garage is full."),
    .agree("Your contract has been extended.", "We have extended your contract; the new one will end in 2027."),
    .agree("The account can't be reopened after it is closed.", "A closed account cannot be reopened."),
    .agree("We never share your data.", "Your data is not given to anyone. You can share it yourself."),
    .agree(
      "The heating is included in the rent.", "You don't have to pay extra for heating, it's included in the rent."),
    .agree("The gym is open to members.", "Nobody but members may use the gym."),
    .agree(
      "You can pay by invoice within 30 days.", "Payment by invoice is possible; you have 30 days. Cash isn't accepted."
    ),
    .agree("We offer gift wrapping.", "We offer gift wrapping, but no gift cards."),
    .agree("The app doesn't work offline.", "You can't use the app without a connection."),
    .agree("The hotel has no pool.", "The hotel has a sauna but no pool."),
    .agree("The cheese contains no gluten.", "There is no gluten in the cheese."),
    .agree("Members get free coffee.", "Coffee is free for members, guests pay 2 euros."),
    .agree("Your claim was approved.", "Your claim has been approved, and the money will be sent tomorrow."),
    .agree("The package arrives tonight.", "The package will arrive tonight, not tomorrow."),
    .agree("You can open an account online.", "You can open an account online or in a branch, but not by phone."),
    .agree(
      "Repairs are free under warranty.",
      "Under warranty you don't pay for repairs. After that we charge 40 euros an hour."),
    .agree("The lecture may be recorded.", "You may record the lecture, but you must not publish the recording."),
    .agree("The ticket is valid for two hours.", "The ticket isn't valid for longer than two hours."),
    .agree("I can't open the attachment.", "The attachment can't be opened."),
    .agree("You can't get your money back after the trial.", "A refund is only possible during the trial."),
    .agree("The road has been closed since Monday.", "The road was closed on Monday and will be reopened next week."),
    .agree("Your password was changed yesterday.", "You changed your password yesterday. It will expire next month."),
    .agree(
      "Interest is paid on 31 December.", "Interest will be paid on 31 December; last year's interest was paid on time."
    ),
    .agree("The museum is not free.", "The museum costs 5 euros."),
    .agree("We need no deposit.", "You don't have to pay a deposit."),
    .agree("The lamp isn't dimmable.", "You can't dim the lamp."),
    .agree("Stock will arrive next week.", "New stock will arrive next week; the old one was sold yesterday."),
    .agree("The report is due 10 days after the visit.", "The report is due 10 days after you visit us."),
  ]

  @Test("everyday answers: contradictions", arguments: everyday)
  func everydayContradicted(_ pair: FactPair) { pair.check() }

  @Test("everyday answers: no contradictions", arguments: everydayBeside)
  func everydayUncontradicted(_ pair: FactPair) { pair.checkIsUncontradicted() }
}
