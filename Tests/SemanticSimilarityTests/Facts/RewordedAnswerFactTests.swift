import SemanticSimilarity
import Testing

@Suite("Answers in other words")
struct RewordedAnswerFactTests {
  static let pairs: [FactPair] = [
    .agree(
      "You can return the item within 30 days of delivery.",
      "Items may be sent back up to 30 days after you receive them."),
    .agree(
      "Refunds are issued to the original payment method.", "We'll send the money back to the card you paid with."),
    .agree("We do not offer exchanges.", "Exchanges aren't something we offer, sorry."),
    .agree("Only unopened items can be returned.", "Items that have been opened can't be returned."),
    .agree("Shipping is free for orders over $50.", "If your order is more than $50, you don't pay for shipping."),
    .agree("You must be at least 18 years old.", "Customers have to be 18 or older."),
    .agree("The store is closed on Sundays.", "We are not open on Sundays."),
    .agree("The store is open every day except Sunday.", "We are open every day but closed on Sunday."),
    .agree("The deadline is Friday at 5 pm.", "Send it by 17:00 on Friday."),
    .agree("Your order will arrive on Monday.", "Expect your parcel on Monday!"),
    .agree("You have to log in before you can pay.", "Please log in first; after that you can pay."),
    .agree("Cancel at any time.", "You may cancel whenever you want."),
    .agree("There is no fee for cancelling.", "Cancelling is free."),
    .agree("Batteries are not included.", "Batteries are sold separately."),
    .agree("The app needs iOS 17 or later.", "You need at least iOS 17 for the app."),
    .agree("The price went up by 10%.", "There was a 10 percent increase in price."),
    .agree("We reply within one business day.", "You will hear from us within a business day."),
    .agree("Your subscription renews every month.", "The subscription is renewed monthly."),
    .agree("Your password must have at least 8 characters.", "Choose a password of 8 characters or more."),
    .agree("We never store card numbers.", "Card numbers are not stored by us."),
    .agree("All plans include support.", "Support is included in every plan."),
    .agree("None of our products contain nuts.", "Our products do not contain any nuts."),
    .agree(
      "I'm afraid we can't change the address once the parcel has shipped.",
      "The address can't be changed after the parcel has shipped."),
    .agree("The warranty does not cover water damage.", "Water damage isn't covered by the warranty."),
    .agree("It usually takes two to three weeks.", "In most cases it takes 2-3 weeks."),
    .agree("The first month is free.", "You don't pay anything for the first month."),
    .agree("Your seat is in row 12.", "You are seated in row twelve."),
    .agree("The CEO of Acme is Jane Miller.", "Jane Miller is Acme's CEO."),
    .agree("The parcel was handed to your neighbour Mr. Smith.", "Mr Smith, your neighbour, has taken the parcel."),
    .agree("Please contact support at +1 555 010 9999.", "Call our support: +1 555 010 9999."),
    .agree("Damaged items are replaced free of charge.", "If an item is damaged, we replace it at no cost."),
    .agree("The meeting is at 10:30 on 5 June 2025.", "We meet on June 5th, 2025 at 10:30 a.m."),
    .agree("I don't know your order number.", "Your order number isn't known to me."),
    .agree("The trial lasts 14 days.", "You can try it for two weeks."),
    .agree("Sales rose from $2 million to $3 million.", "Sales grew to $3 million from $2 million."),
    .agree("Nobody but you can see your files.", "Your files can be seen by you alone."),
    .agree("You should restart the router.", "Try restarting the router."),
    .agree("The update fixes the problem.", "With the update, the problem is gone."),
    .agree("Your card was declined.", "Your bank did not accept the card."),
    .agree("Delivery to islands costs more and takes longer.", "For islands, delivery is slower and dearer."),
    .agree("The sale starts in May.", "From May on, prices are lower."),
    .agree("We may ask for a proof of purchase.", "You may be asked for a proof of purchase."),
    .agree("You can pay by card, PayPal or invoice.", "Payment by card, by invoice or with PayPal is possible."),
    .agree("Returns without a receipt are not accepted.", "We only accept returns with a receipt."),
    .agree("It isn't necessary to print the label.", "You don't have to print the label."),
    .agree("The size M is out of stock.", "Size M is not in stock at the moment."),
    .agree(
      "If you do not pay within 10 days, the order is cancelled.", "Orders are cancelled unless you pay within 10 days."
    ),
  ]

  static let changed: [FactPair] = [
    .differ(
      .units, "You can return the item within 30 days of delivery.",
      "Items may be sent back up to 14 days after you receive them."),
    .differ(
      .money, "Shipping is free for orders over $50.", "If your order is more than $75, you don't pay for shipping."),
    .differ(.times, "The deadline is Friday at 5 pm.", "Send it by 16:00 on Friday."),
    .differ(.dates, "Your order will arrive on Monday.", "Expect your parcel on Tuesday!"),
    .differ(.numbers, "Your password must have at least 8 characters.", "Choose a password of 12 characters or more."),
    .differ(.negation, "The warranty does not cover water damage.", "Water damage is covered by the warranty."),
    .differ(.negation, "Card numbers are not stored by us.", "We store your card numbers safely."),
    .differ(.quantifiers, "All plans include support.", "Support is included in some plans."),
    .differ(.numbers, "Sales rose by 10%.", "There was an increase of 20 percent in sales."),
    .differ(.names, "The CEO of Acme is Jane Miller.", "Peter Brown is Acme's CEO."),
    .differ(.opposites, "The price went up by 10%.", "The price went down by 10 percent."),
    .differ(.dates, "The meeting is at 10:30 on 5 June 2025.", "We meet on June 6th, 2025 at 10:30 a.m."),
    .differ(.codes, "Call +1 555 010 9999.", "Our number is +1 555 010 9990."),
    .differ(.units, "It usually takes two to three weeks.", "In most cases it takes 2-3 months."),
    .differ(
      .negation, "The address can't be changed after the parcel has shipped.",
      "We can change the address after the parcel has shipped."),
    .differ(.modality, "You must bring a proof of purchase.", "You may bring a proof of purchase if you like."),
  ]

  static let more: [FactPair] = [
    .agree("Please wait 24 hours before trying again.", "Try again in 24 hours."),
    .agree("The discount is not valid on sale items.", "Sale items are excluded from the discount."),
    .agree("Children under 12 travel free.", "Travel is free for kids younger than 12."),
    .agree("Your plan allows up to five devices.", "With your plan you can use at most 5 devices."),
    .agree("The hotel is 2 miles from the airport.", "It's about 3.2 km from the airport to the hotel."),
    .agree("The museum is open from 9 am to 5 pm.", "Opening hours of the museum: 9:00-17:00."),
    .agree("Breakfast is included in the price.", "The price includes breakfast."),
    .agree("You will be charged $9.99 per month.", "The price is $9.99 a month."),
    .agree("An account is required to place an order.", "To order, you need an account."),
    .agree("We cannot ship to P.O. boxes.", "Unfortunately, shipping to PO boxes isn't possible."),
    .agree("The flight lasts an hour and a half.", "The flight takes 90 minutes."),
    .agree("The refund is 1,250 euros.", "You get €1,250.00 back."),
    .agree("Your claim number is CL-20394.", "We filed it as CL-20394."),
    .agree("The battery lasts about 10 hours.", "You get roughly ten hours of battery life."),
    .agree("The last train leaves at 11:45 pm.", "At 23:45 the last train departs."),
    .agree("Not all stores offer repairs.", "Some stores don't offer repairs."),
    .agree("The offer is limited to new customers.", "The offer is for new customers only."),
    .agree("The laptop weighs 1.2 kg.", "The weight of the laptop is 1200 grams."),
    .agree("He was born on July 4, 1990.", "His date of birth is 4 July 1990."),
    .agree("The company was acquired by Oracle in 2010.", "Oracle bought the company in 2010."),
    .agree("Anyone can join.", "Everyone may join."),
    .agree("You don't need to do anything.", "There is nothing you need to do."),
    .agree("Water boils at 100 degrees Celsius.", "The boiling point of water is 212 °F."),
    .agree("I'd recommend the medium size.", "The medium size should fit you."),
    .agree("It failed to start.", "It did not start."),
    .agree("The road is closed until 6 March.", "Until March 6 the road stays closed."),
    .agree("One in four users has two-factor login.", "25% of users have two-factor login."),
    .agree(
      "The service will be down for maintenance tonight.", "Tonight the service is unavailable because of maintenance."),
  ]

  static let mixed: [FactPair] = [
    .agree(
      "Your invoice is sent by email on the 1st of each month.", "We mail you the invoice on the first of every month."),
    .agree("The product is available in three colours.", "You can choose from 3 colors."),
    .agree("Customs fees are paid by the buyer.", "The buyer has to pay any customs fees."),
    .agree("We ship worldwide except to Russia.", "We deliver everywhere but not to Russia."),
    .agree("The code can be used once.", "You can use the code only one time."),
    .agree("Pets are not allowed in the hotel.", "The hotel does not allow pets."),
    .agree("Late check-out costs 20 euros extra.", "For a late check-out we charge an additional €20."),
    .agree("The parcel left our warehouse yesterday.", "Yesterday your parcel was sent from our warehouse."),
    .agree(
      "Membership can be cancelled with one month's notice.", "You can cancel the membership with a notice of 30 days."),
    .agree("Our phones come with a charger.", "A charger comes with each of our phones."),
    .agree("The tickets are sold out.", "There are no tickets left."),
    .agree(
      "We need your passport number to book the flight.",
      "To book the flight, please tell us the number of your passport."),
    .agree("You can't use the voucher for gift cards.", "The voucher can't be used to buy gift cards."),
    .agree("The room has two beds and a balcony.", "There are 2 beds in the room, and it has a balcony."),
    .agree("A deposit of 100 dollars is required.", "You must leave a $100 deposit."),
    .agree("The guarantee ends two years after purchase.", "Two years after you buy it, the guarantee ends."),
    .agree("If the light is red, the battery is empty.", "A red light means that the battery is empty."),
    .agree("No, the bag is not waterproof.", "The bag isn't waterproof."),
    .agree("The kitchen closes at 10 pm, the bar at midnight.", "You get food until 22:00 and drinks until 12 am."),
    .agree("Students pay half.", "There is a 50% discount for students."),
    .agree("The Wi-Fi password is guest2024.", "Use guest2024 as the password for the Wi-Fi."),
    .agree("You can reach us from Monday to Friday.", "We are there for you Monday through Friday."),
    .agree(
      "Your booking is confirmed; no further action is needed.",
      "The booking is confirmed. You don't need to do anything else."),
    .agree("The bus runs every 15 minutes.", "There is a bus every quarter of an hour."),
    .differ(.negation, "Pets are not allowed in the hotel.", "Pets are welcome and allowed in the hotel."),
    .differ(.money, "Late check-out costs 20 euros extra.", "For a late check-out we charge an additional €30."),
    .differ(.dates, "You can reach us from Monday to Friday.", "We are there for you Monday through Saturday."),
    .differ(.numbers, "The product is available in three colours.", "You can choose from 5 colors."),
    .differ(.times, "The kitchen closes at 10 pm.", "You get food until 9 pm."),
    .differ(.codes, "The Wi-Fi password is guest2024.", "Use guest2025 as the password for the Wi-Fi."),
    .differ(.opposites, "The battery is empty.", "The battery is full."),
    .differ(.units, "The bus runs every 15 minutes.", "There is a bus every 50 minutes."),
    .agree("Der Umtausch ist innerhalb von 14 Tagen möglich.", "Sie können die Ware binnen zwei Wochen umtauschen."),
    .agree("Die Lieferung kostet nichts.", "Die Lieferung ist kostenlos."),
    .agree("Le magasin ferme à 18 h.", "Le magasin est ouvert jusqu'à 18:00."),
    .agree("Los gastos de envío son de 5 euros.", "El envío cuesta 5 €."),
    .agree("Non accettiamo carte.", "Le carte non sono accettate."),
    .agree("A entrega demora uma semana.", "A entrega demora sete dias."),
    .differ(.units, "A entrega demora uma semana.", "A entrega demora duas semanas."),
    .differ(.money, "Los gastos de envío son de 5 euros.", "El envío cuesta 9 €."),
  ]

  @Test("answers that agree and that differ", arguments: mixed)
  func mixedPair(_ pair: FactPair) { pair.check() }

  @Test("changed facts are found in other words too", arguments: changed)
  func change(_ pair: FactPair) { pair.check() }

  @Test("more that says the same", arguments: more)
  func same(_ pair: FactPair) { pair.check() }

  @Test("nothing is refused that says the same", arguments: pairs)
  func pair(_ pair: FactPair) { pair.check() }
}
