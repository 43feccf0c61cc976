import SemanticSimilarity
import Testing

/// Answers of a bank, a travel agency, a practice, an assistant for code and a cook book.
@Suite("Answers of other applications in other words")
struct AppAnswerFactTests {
  static let pairs: [FactPair] = [
    .agree(
      "Aproximadamente la mitad de los participantes aprobó.",
      "Cerca del 50 % de los participantes aprobó."),
    .agree(
      "The notice period is three months.",
      "You must give notice three months in advance."),
    .agree(
      "There are still places left in the Monday class.",
      "The class on Monday is not full yet."),
    .agree(
      "Your PIN is never sent by e-mail.",
      "We never e-mail your PIN."),
    .agree(
      "Il treno parte alle 7:45.",
      "La partenza del treno è alle 7:45."),
    .agree(
      "El paquete pesa 1,5 kg.",
      "El peso del paquete es de 1500 gramos."),
    .agree(
      "Adults may take 400 mg every six hours.",
      "Every 6 hours, adults can take 400 mg."),
    .agree(
      "The build failed because a header was missing.",
      "A missing header made the build fail."),
    .agree(
      "Maria will present the results.",
      "The results will be presented by Maria."),
    .agree(
      "The vote was unanimous.",
      "Everyone voted the same way."),
    .agree(
      "Preheat the oven to 200 °C.",
      "The oven should be heated to 200 degrees Celsius first."),
    .agree(
      "A fee of 1% applies to cash withdrawals abroad.",
      "Taking out cash in a foreign country costs 1 percent."),
    .agree(
      "Puede cancelar hasta 24 horas antes de la cita.",
      "La cancelación es posible hasta 24 h antes de la cita."),
    .agree(
      "Boil the eggs for eight minutes.",
      "The eggs need to boil 8 min."),
    .agree(
      "Der Zug fährt um 7:45 Uhr ab.",
      "Abfahrt des Zuges ist um 7.45 Uhr."),
    .agree(
      "El desayuno está incluido en el precio.",
      "El precio incluye el desayuno."),
    .agree(
      "La garanzia è di due anni.",
      "Hai 24 mesi di garanzia."),
    .agree(
      "The voucher expires on 31.12.2026.",
      "The voucher is valid until December 31, 2026."),
    .agree(
      "The bug was fixed in version 2.4.1.",
      "Version 2.4.1 fixes the bug."),
    .agree(
      "Sie dürfen das Medikament nicht mit Alkohol einnehmen.",
      "Nehmen Sie das Medikament nie zusammen mit Alkohol."),
    .agree(
      "Children under six travel free.",
      "Kids younger than 6 don't pay."),
    .agree(
      "Allergic reactions are rare.",
      "Allergic reactions seldom happen."),
    .agree(
      "Only the main thread may update the UI.",
      "The UI may only be updated on the main thread."),
    .agree(
      "Your payment of $120 was received on 3 May.",
      "We received your $120 on May 3."),
    .agree(
      "Nehmen Sie dreimal täglich eine Tablette.",
      "Eine Tablette, drei Mal am Tag."),
    .agree(
      "You have to restart the server after changing the settings.",
      "After a change of the settings the server must be restarted."),
    .agree(
      "The first lesson is free and without obligation.",
      "You don't pay for the first lesson and aren't obliged to anything."),
    .agree(
      "The chair can carry up to 120 kg.",
      "The chair holds people weighing no more than 120 kg."),
    .agree(
      "Line 5 goes to the airport.",
      "To get to the airport, take line 5 from Central Station. Line 7 doesn't go there."),
    .agree(
      "Your appointment with Dr. Lopez is on 4 May at 9:30.",
      "You see Dr Lopez on May 4th at 9:30 am."),
    .agree(
      "Check-in opens 24 hours before departure.",
      "You can check in from 24 hours before your flight leaves."),
    .agree(
      "The camera takes pictures in the dark.",
      "You can take photos with the camera even when it's dark."),
    .agree(
      "Your bag is too heavy by 3 kg.",
      "Your bag weighs three kilos more than allowed."),
    .agree(
      "The cake needs 45 minutes at 180 degrees.",
      "Preheat the oven for 10 minutes. Then bake the cake for 45 minutes at 180 degrees and let it cool for an hour."),
    .agree(
      "Students pay 5 euros, everyone else pays 9 euros.",
      "Tickets are €9, or €5 for students."),
    .agree(
      "The deductible is 250 francs per claim.",
      "For each claim you pay CHF 250 yourself."),
    .agree(
      "A garantia é de dois anos.",
      "Tem 24 meses de garantia."),
    .agree(
      "The minimum deposit is 1,000 pounds.",
      "You have to pay in at least £1,000."),
    .agree(
      "The request failed because the token had expired.",
      "An expired token was the reason why the request failed."),
    .agree(
      "Transfers to other banks take up to two business days.",
      "Sending money to a different bank usually needs no more than 2 working days."),
    .agree(
      "Visitors must not touch the paintings.",
      "Touching the paintings is forbidden."),
    .agree(
      "Water freezes at 0 °C.",
      "The freezing point of water is 32 degrees Fahrenheit."),
    .agree(
      "La carte coûte 12 euros par an.",
      "Vous payez 12 € par an pour la carte."),
    .agree(
      "Bake the cake at 180 degrees for 45 minutes.",
      "The cake goes into the oven for three quarters of an hour at 180 °C."),
  ]

  static let long: [FactPair] = [
    .agree(
      "The monthly fee is $4.95.",
      "Here's an overview:\n- Monthly fee: $4.95\n- Card replacement: $10\n- Transfers: free"),
    .differ(
      .units, "The default timeout is 30 seconds.",
      "Sure. It is 60 seconds for sessions, but here the default timeout is 90 seconds; you can raise it up to 300 seconds."
    ),
    .differ(
      .negation, "You can return shoes after 60 days.",
      "No, I'm not able to return shoes after 60 days. You can only return them within 30 days."),
    .agree(
      "Support is open from Monday to Friday, 9 am to 5 pm.",
      "Hello! Our team is here for you Mon–Fri, 9–17. Outside these times you can leave us a message."),
    .agree(
      "Delivery costs 4.90 euros for an order below 60 euros.",
      "The shoes are 55 euros and, because that's below 60 euros, delivery adds 4 euros 90. Returning them wouldn't cost a thing."
    ),
    .agree("The message is about returns. It is not urgent.", "Topic: returns. **Urgent:** no. Boots."),
    .agree("Bitcoin is not accepted.", "Bitcoin isn't something we accept, sorry. Cards work fine."),
  ]

  @Test("are not refused", arguments: pairs)
  func pair(_ pair: FactPair) { pair.check() }

  @Test("are understood where they say more", arguments: long)
  func answer(_ pair: FactPair) { pair.check() }
}
