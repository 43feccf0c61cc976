import SemanticSimilarity
import Testing

@Suite("One word changed between the same words")
struct AlignedFactTests {
  static let pairs: [FactPair] = [
    .differ(.opposites, "A cat sleeps on the purple blanket.", "A rabbit sleeps on the purple blanket."),
    .differ(.opposites, "She works as a nurse in Leeds.", "She works as a teacher in Leeds."),
    .differ(.opposites, "The table is made of oak and glass.", "The table is made of oak and steel."),
    .differ(
      .opposites, "The function returns nil if the key is missing.", "The function returns nil if the key is present."),
    .differ(
      .negation, "A reduction of the fee by the bank is possible.", "A reduction of the fee by the bank is impossible."),
    .differ(.names, "Bill Elliott won the race.", "Jack Elliott won the race."),
    .differ(.names, "Canberra is the capital.", "Sydney is the capital."),
    .differ(.names, "The plan from BestCoverXYZ is cheap.", "The plan from BestCoverABC is cheap."),
    .differ(.numbers, "Two children in a field of red flowers.", "Twelve kids are playing in a field of red flowers."),
    .differ(.numbers, "It began around 1000 BC in the north.", "It began around 2000 BC in the north."),
    .differ(
      .numbers, "The rate is about 77%, near the average of 79%.", "The rate is about 33%, near the average of 79%."),
    .differ(.numbers, "They lost billions last year.", "They lost millions last year."),
    .differ(.units, "The API accepts 100 requests per minute.", "The API accepts 100 requests per hour."),
    .differ(.modality, "We know that we can do better with it.", "We know that we must do better with it."),
    .differ(.quantifiers, "Everything that he lacked, she had.", "Nothing that he lacked, she had."),
    .differ(.opposites, "Ein Hund läuft durch das Gras.", "Eine Katze läuft durch das Gras."),
    .differ(.names, "Wir waren gestern bei Andy.", "Wir waren gestern bei Simon."),
    .differ(.opposites, "Une vache brune dort dans le pré.", "Une vache noire dort dans le pré."),
    .differ(.money, "Elle a coûté 3 milliards de dollars.", "Elle a coûté 3 milliards de euros."),
    .differ(.units, "La carte coûte 12 euros par an.", "La carte coûte 12 euros par mois."),
    .differ(.opposites, "El ácido es un oxidante fuerte.", "El ácido es un oxidante débil."),
    .differ(.modality, "Hay que trabajar juntos.", "Se puede trabajar juntos."),
    .differ(.opposites, "Fecharam a fábrica nova do norte.", "Fecharam a fábrica velha do norte."),
    .differ(.quantifiers, "Molti clienti sono contenti.", "Pochi clienti sono contenti."),
    .differ(.roles, "You owe us twenty dollars.", "We owe you twenty dollars."),
    .differ(.roles, "Tom is taller than Jim.", "Jim is taller than Tom."),
    .differ(.roles, "Stephen, the editor, worked Kipling hard.", "Kipling worked Stephen, the editor, hard."),
    .differ(.money, "Delivery is always free.", "Delivery costs 4.90 euros."),
    .differ(.money, "A new label costs 2 euros.", "A new label is free of charge."),
    .agree("The CEO of Acme is Jane Miller.", "Jane Miller is the CEO of Acme."),
    .agree("Lead is heavier than iron.", "Iron is lighter than lead."),
    .agree("A black and white dog runs.", "A white and black dog runs."),
    .agree("The library closes at 8 pm.", "The library is open until 20:00."),
    .agree("Un chien blanc et marron court.", "Un chien brun et blanc court."),
    .agree("Nous sommes sept personnes.", "Nous sommes 7 personnes."),
    .agree("After Hamlet, he varied his style.", "Following Hamlet, he varied his style."),
  ]

  @Test("is found, and words in another order are left alone", arguments: pairs)
  func pair(_ pair: FactPair) { pair.check() }

  @Test("is reported where no list knows the words, and is no contradiction")
  func substitution() throws {
    let comparison = FactGuard().compare(
      reference: "The new podcast is made by two friends.", answer: "The new gazette is made by two friends.")
    #expect(comparison.findings.isEmpty)
    #expect(comparison.substitutions.map(\.reference.text) == ["podcast"])
    #expect(comparison.substitutions.map(\.answer.text) == ["gazette"])
    #expect(comparison.agreement < 1)
    #expect(comparison.agreement > 0.5)
    let known = FactGuard().compare(reference: "The sofa is sold.", answer: "The couch is sold.")
    #expect(known.substitutions.isEmpty)
    #expect(known.agreement == 1)
  }
}
