/// The phrases by which models refuse, as patterns that a sentence holds.
///
/// What is refused is to help, to answer or to make something; "we cannot refund that" is an answer.
enum RefusalPhrases {
  static let sources = english + german + french + spanish + italian + portuguese
  static let all = sources.compactMap { try? TextPattern($0) }

  /// Up to so many words between two others.
  private static func words(_ most: Int) -> String { "([^ ,;:]+ ){0,\(most)}" }

  private static let english: [String] = {
    let inability =
      "(can'?t|cannot|can not|(am|'m) (unable|not able) to|won't be able to|will not be able to|must decline to"
      + "|have to decline to|(am|'m) not comfortable( with)?|don't feel comfortable( with)?|won't|will not|refuse to"
      + "|(am|'m) not (allowed|permitted|programmed|designed) to|(am|'m) not going to|decline to|can't in good conscience"
      + "|shouldn't|couldn't possibly)"
    let request = "(that|this|it|your request|such|these|those)"
    let deed =
      "(help(ing)?|assist(ing)?|comply|fulfil?l|answer|do (that|this|so)|engage|discuss(ing)?|generat(e|ing)|creat(e|ing)"
      + "|writ(e|ing)|participat(e|ing)|support (that|this|such)|produc(e|ing)|continue (with )?\(request)"
      + "|respond to (that|this|such|your)|talk about \(request)|share (that|this|such|instructions|information)"
      + "|provid(e|ing) (you with )?(any )?(that|this|such|information|instructions|guidance|assistance|advice|details|help"
      + "|(legal|medical|financial|specific|professional) advice|a diagnosis|step-by-step)"
      + "|giv(e|ing) (you )?(any )?(that|this|such|instructions|advice|guidance|(legal|medical|financial) advice)"
      + "|offer (you )?(any )?(assistance|help|advice|guidance|(legal|medical|financial) advice))"
    return [
      "(?i)\\b(I|we) ?\(inability) (\\w+ ){0,2}\(deed)\\b",
      "(?i)\\bas an ai\\b[^,]{0,30},? ?(I|it) ?(\(inability)|do not|don't)",
      "(?i)\\b(I|we) ?(must|have to|need to|will have to|am going to have to|'m going to have to|'ll have to)"
        + " (respectfully |politely )?(decline|refuse)\\b",
      "(?i)\\b(I|we) (respectfully |politely )?decline to\\b",
      "(?i)\\b(against|violates?) my (guidelines|policies|policy|programming|content policy|principles|values)\\b",
      "(?i)\\b(isn't|is not|not) something (that )?(I can|I'm able to|I am able to) (help|assist|do|provide|discuss)\\b",
      "(?i)\\bit (would be|is|isn't|would not be|wouldn't be) (in)?appropriate for me to\\b",
      "(?i)\\b(beyond|outside( of)?) (my capabilities|what I can (help|assist)|the scope of what I can)\\b",
      "(?i)^ *(sorry|I'm sorry|I am sorry|I apologi[sz]e|unfortunately),?( but)? (unable|not able) to (help|assist|comply|answer)",
    ]
  }()

  private static let german: [String] = {
    let deed =
      "((weiter|be)?helfen|behilflich|beantworten|unterstützen|nachkommen|erfüllen|erstellen|schreiben|generieren|antworten"
      + "|(dazu|darüber|dafür) [^ ]+)"
    return [
      "(?i)\\bich (kann|darf|werde|möchte) \(words(6))nicht \(words(2))\(deed)",
      "(?i)\\b(kann|darf|werde) ich \(words(6))nicht \(words(2))\(deed)",
      "(?i)\\bich (kann|darf|werde) \(words(3))keine \(words(4))(geben|bereitstellen|anbieten|erteilen|verfassen|erstellen)",
      "(?i)\\bich bin nicht in der lage,? \(words(5))zu (helfen|beantworten|unterstützen|erfüllen|erstellen|antworten)",
      "(?i)\\bich (muss|möchte) \(words(4))ablehnen",
      "(?i)\\bals (ki|künstliche intelligenz|sprachmodell)[^,]{0,30},? ?(kann|darf) ich \(words(5))(nicht|keine)",
    ]
  }()

  private static let french: [String] = {
    let inability =
      "(je ne peux (malheureusement )?pas|je ne suis (malheureusement )?pas (en mesure|capable|autorisée?) (de|d')"
      + "|je ne pourrai pas|il m'est impossible (de|d')|je refuse (de|d'))"
    return [
      "(?i)\\b\(inability) ?(vous |t'|te |l'|y )?"
        + "(aider|assister|répondre|accéder à (cette|votre)|satisfaire|faire (ça|cela)|discuter de|générer|créer|écrire|rédiger"
        + "|fournir (ce|cette|ces|d'|des (informations|instructions|conseils)|de (conseils?|telles)))",
      "(?i)\\bje dois (refuser|décliner)",
      "(?i)\\ben tant qu'(ia|intelligence artificielle|assistant)[^,]{0,30},? je ne (peux|suis|dois)",
    ]
  }()

  private static let spanish: [String] = {
    let inability =
      "(no puedo|no podré|no podría|no soy capaz de|no estoy en condiciones de|no me es posible|no tengo permitido)"
    return [
      "(?i)\\b\(inability) (te |le |les )?(ayudar|asistir|responder|cumplir|participar|generar|crear|escribir|redactar"
        + "|hacer (eso|esto)|continuar con (eso|esto|esta)|hablar (de|sobre) (eso|esto|ese|este)"
        + "|(proporcionar|ofrecer|dar)(te|le)? (es[ae]|est[ea]|ayuda|asistencia|información|instrucciones|asesoramiento|consejos?))",
      "(?i)\\bno podemos ayudar",
      "(?i)\\b(debo|tengo que) (rechazar|declinar|negarme)",
      "(?i)\\bcomo (una )?(ia|inteligencia artificial|asistente)[^,]{0,30},? no puedo",
    ]
  }()

  private static let italian: [String] = [
    "(?i)\\b(non posso|non sono in grado di|non mi è possibile|non potrò|mi rifiuto di)"
      + " (aiutar|assister|risponder|soddisfar|generar|crear|scriver|partecipar|farlo|fare (questo|ciò)|discuter"
      + "|(fornir|offrir|dar)(e|ti|le|vi)? (quest|tal|assistenza|aiuto|informazioni|istruzioni|consigli|consulenz))",
    "(?i)\\bdevo (rifiutare|declinare)",
    "(?i)\\bin quanto (ia|intelligenza artificiale|assistente)[^,]{0,30},? non posso",
  ]

  private static let portuguese: [String] = [
    "(?i)\\b(não posso|não consigo|não sou capaz de|não estou em condições de|não me é possível|não poderei)"
      + " (te |lhe |o |a )?(ajudar|ajudá|auxiliar|atender a|responder a|cumprir|participar|gerar|criar|escrever"
      + "|fazer (isso|isto)|discutir"
      + "|(fornecer|oferecer|dar)(-lhe)? (ess[ae]|est[ea]|ajuda|assistência|informações|instruções|conselhos?|aconselhamento))",
    "(?i)\\b(devo|tenho que|preciso) (recusar|declinar)",
    "(?i)\\bcomo (uma )?(ia|inteligência artificial|assistente)[^,]{0,30},? não posso",
  ]
}
