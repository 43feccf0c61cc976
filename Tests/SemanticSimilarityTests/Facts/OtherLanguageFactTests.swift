import SemanticSimilarity
import Testing

@Suite("Facts in German, French, Spanish, Italian and Portuguese")
struct OtherLanguageFactTests {
  static let pairs: [FactPair] = [
    .differ(.units, "Sie haben 30 Tage Zeit.", "Sie haben 14 Tage Zeit."),
    .agree("Die Garantie gilt für zwei Jahre.", "Die Garantie gilt für 24 Monate."),
    .agree("Das kostet 1.234,50 Euro.", "Das kostet 1234,50 €."),
    .differ(.negation, "Sie können die Bestellung nicht stornieren.", "Sie können die Bestellung stornieren."),
    .agree("Der Zug fährt um 7:45 Uhr.", "Der Zug fährt um 7.45 Uhr."),
    .agree("Das Angebot endet am 7. November.", "Das Angebot endet am 07.11."),
    .differ(.dates, "Das Angebot endet am 7. November.", "Das Angebot endet am 7. Oktober."),
    .differ(.units, "Le remboursement prend six semaines.", "Le remboursement prend 30 jours."),
    .agree("Le remboursement prend six semaines.", "Le remboursement prend 42 jours."),
    .differ(.negation, "Vous ne pouvez pas annuler la commande.", "Vous pouvez annuler la commande."),
    .agree("Il y a 12 000 clients.", "Il y a 12000 clients."),
    .differ(.numbers, "La tasa es del 20 %.", "La tasa es del 30 %."),
    .agree("La tasa es del 20 %.", "La tasa es del 20 por ciento."),
    .differ(.negation, "El pedido no se puede cancelar.", "El pedido se puede cancelar."),
    .agree("Cierra el 3 de mayo de 2025.", "Cierra el 03/05/2025."),
    .differ(.units, "Il reso è possibile entro 30 giorni.", "Il reso è possibile entro 60 giorni."),
    .differ(.negation, "L'ordine non è rimborsabile.", "L'ordine è rimborsabile."),
    .agree("Il reso è possibile per due settimane.", "Il reso è possibile per 14 giorni."),
    .differ(.units, "O prazo para a devolução é de 30 dias.", "O prazo para a devolução é de 15 dias."),
    .differ(.numbers, "Mindestens 17 Personen müssen kommen.", "Höchstens 17 Personen müssen kommen."),
    .differ(.modality, "Sie müssen den Beleg vorlegen.", "Sie können den Beleg vorlegen."),
    .differ(.opposites, "Cela coûte plus que l'autre offre.", "Cela coûte moins que l'autre offre."),
    .differ(.quantifiers, "Todos los pedidos llegan gratis.", "Algunos pedidos llegan gratis."),
    .differ(.negation, "Você não pode cancelar o pedido.", "Você pode cancelar o pedido."),
    .agree("Der Laden öffnet um halb neun.", "Der Laden öffnet um 8:30 Uhr."),
    .differ(.times, "Der Laden öffnet um halb neun.", "Der Laden öffnet um 9:30 Uhr."),
    .agree("Hay doscientas cincuenta plazas.", "Hay 250 plazas."),
    .differ(.numbers, "Hay doscientas cincuenta plazas.", "Hay 205 plazas."),
    .agree("Le cours dure une heure et demie.", "Le cours dure 90 minutes."),
    .agree("Il corso dura un'ora e mezza.", "Il corso dura 90 minuti."),
    .agree("La tienda abre a las nueve menos cuarto.", "La tienda abre a las 8:45."),
    .agree("Le magasin ouvre à huit heures et demie.", "Le magasin ouvre à 8h30."),
    .differ(.times, "A loja abre às oito e meia.", "A loja abre às nove e meia."),
    .agree("Un tercio de los clientes paga en efectivo.", "El 33 % de los clientes paga en efectivo."),
    .agree("Wir haben zweihundertfünfzig Plätze.", "Wir haben 250 Plätze."),
    .differ(.numbers, "L'hotel ha centoventi camere.", "L'hotel ha centotrenta camere."),
    .agree("Temos duzentos e cinquenta lugares.", "Temos 250 lugares."),
    .agree("Die Bibliothek schließt um 20 Uhr.", "Die Bibliothek ist bis 20:00 Uhr offen."),
  ]

  @Test("numbers, units, dates and negation", arguments: pairs)
  func pair(_ pair: FactPair) { pair.check() }

  @Test(
    "tells the languages of short sentences apart",
    arguments: [
      ("Tres perros juegan en un campo de hierba.", "es"), ("Un caballo marrón en un campo verde.", "es"),
      ("Deux enfants jouent dans la neige.", "fr"), ("Zwei Kühe stehen auf der Weide.", "de"),
      ("Molti clienti sono contenti.", "it"), ("O trem parte às 7:45.", "pt"), ("Black train on train tracks.", "en"),
      ("30 days", "en"), ("Yes.", "en"),
    ])
  func told(text: String, code: String) {
    #expect(FactGuard().compare(reference: text, answer: text).language?.code == code)
  }

  @Test("says which language it read and what it left out")
  func coverage() {
    let comparison = FactGuard().compare(
      reference: "Die Lieferung dauert drei Tage.", answer: "Die Lieferung dauert 3 Tage.")
    #expect(comparison.language == .german)
    #expect(comparison.uncheckedKinds.contains(.roles))
    #expect(comparison.checkedKinds.contains(.negation))
    #expect(comparison.limitation?.contains("German") == true)
  }

  @Test(
    "does not check a language it does not know",
    arguments: [
      "De levering duurt 3 dagen en het pakket is niet groot.", "配送には3日かかります。", "Доставка занимает 3 дня.",
      "Leveransen tar 3 dagar och det är inte dyrt.",
    ])
  func unknown(text: String) {
    let comparison = FactGuard().compare(reference: text, answer: text.replacing("3", with: "5"))
    #expect(comparison.language == nil)
    #expect(!comparison.isChecked)
    #expect(comparison.findings.isEmpty)
    #expect(comparison.limitation?.contains("not checked") == true)
  }
}
