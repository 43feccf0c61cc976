import TextMetrics

/// The words by which a sentence is known to state nothing.
enum NonClaimPhrases {
  /// Why a sentence states nothing; nil for a claim.
  static func kind(of sentence: String) -> NonClaim.Kind? {
    // A sentence of that kind is short, and the rest of a long one may say anything.
    guard sentence.utf8.count <= 400 else { return nil }
    let words = plainWords(sentence)
    guard !words.isEmpty else { return .leadIn }
    let end = sentence.last { !$0.isWhitespace && !"\"'”’»)*_".contains($0) }
    if end == "?" || end == "？" || end == "؟" { return .question }
    if sentence.unicodeScalars.contains(where: { $0.properties.numericType != nil }) { return nil }
    if isGreeting(words, sentence) { return .greeting }
    // "I am not sure, but refunds take weeks" does state something.
    let turns = words.dropFirst().contains { turningWords.contains($0) }
    if !turns {
      if offers.contains(where: { opens(words, with: $0) }) { return .offer }
      if hedges.contains(where: { opens(words, with: $0) }), words.count <= 12 { return .hedge }
    }
    if end == ":", words.count <= 8 { return .leadIn }
    return nil
  }

  /// Whether a claim opens with a word that an earlier sentence explains.
  static func pointsBack(_ claim: String) -> Bool {
    guard let first = plainWords(String(claim.prefix(40))).first else { return false }
    return backwardWords.contains(first)
  }

  /// Whether the line above a list denies its items, or says them on a condition.
  static func turns(_ lead: String) -> Bool {
    lead.utf8.count <= 400 && plainWords(lead).contains { denyingWords.contains($0) }
  }

  private static let denyingWords: Set<String> = [
    "not", "don't", "doesn't", "didn't", "isn't", "aren't", "won't", "can't", "cannot", "couldn't", "shouldn't",
    "mustn't", "never", "no", "none", "nothing", "neither", "avoid", "except", "excluded", "without", "if", "unless",
    "only", "nicht", "kein", "keine", "nie", "pas", "jamais", "ne", "nunca", "non", "mai", "não",
  ]

  private static func plainWords(_ text: String) -> [String] {
    WordTokenizer.words(in: text).map { $0.lowercased().replacing("’", with: "'") }
  }

  private static func opens(_ words: [String], with phrase: [String]) -> Bool {
    // A word or two may stand before it: "Please let me know", "If you need more help, let me know".
    let start = words.first.map { ["please", "and", "so", "well", "just", "otherwise"].contains($0) } == true ? 1 : 0
    return words.dropFirst(start).starts(with: phrase)
  }

  private static func isGreeting(_ words: [String], _ sentence: String) -> Bool {
    guard words.count <= 12, let phrase = greetings.first(where: { words.starts(with: $0) }) else { return false }
    let original = WordTokenizer.words(in: sentence)
    // Beside the formula only names and words of courtesy.
    return zip(words, original).dropFirst(phrase.count).allSatisfy { word, written in
      courtesyWords.contains(word) || written.first?.isUppercase == true
    }
  }

  private static func phrases(_ list: String) -> [[String]] {
    list.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
  }

  private static let turningWords: Set<String> = [
    "but", "however", "although", "though", "yet", "because", "since", "as", "aber", "doch", "mais", "pero", "ma",
    "mas",
  ]

  private static let backwardWords: Set<String> = [
    "it", "they", "this", "these", "that", "those", "he", "she", "its", "their", "his", "her", "such", "both", "then",
  ]

  private static let greetings = phrases(
    """
    hi
    hello
    hey
    dear
    greetings
    welcome
    good morning
    good afternoon
    good evening
    thanks
    thank you
    best regards
    kind regards
    regards
    sincerely
    yours sincerely
    best wishes
    cheers
    you're welcome
    you are welcome
    goodbye
    bye
    have a great day
    have a nice day
    have a good day
    great question
    good question
    sure
    of course
    certainly
    no problem
    hallo
    guten tag
    guten morgen
    vielen dank
    danke
    mit freundlichen grüßen
    viele grüße
    bonjour
    merci
    cordialement
    hola
    buenos días
    gracias
    saludos
    ciao
    buongiorno
    grazie
    cordiali saluti
    olá
    bom dia
    obrigado
    obrigada
    """)

  private static let courtesyWords: Set<String> = [
    "there", "everyone", "everybody", "all", "again", "dear", "to", "you", "for", "your", "and", "team", "the", "out",
    "us", "contacting", "reaching", "writing", "asking", "message", "question", "patience", "understanding", "much",
    "so", "very", "a", "great", "nice", "day", "ahead", "customer", "sir", "or", "madam", "friend", "in", "advance",
    "email", "e-mail", "interest", "feedback", "sehr", "geehrte", "geehrter", "frau", "herr", "für", "ihre", "ihr",
    "nachricht", "anfrage", "pour", "votre", "message", "por", "su", "mensaje", "per", "il", "tuo", "suo", "messaggio",
    "pela", "sua", "mensagem", "an", "inquiry", "enquiry", "i", "can", "help", "with", "that", "is",
  ]

  private static let offers = phrases(
    """
    let me know
    feel free
    do not hesitate
    don't hesitate
    i'd be happy to
    i would be happy to
    i'm happy to
    i am happy to
    i'd be glad to
    i would be glad to
    i'm here to help
    i am here to help
    we're here to help
    we are here to help
    happy to help
    glad to help
    i hope this helps
    i hope that helps
    hope this helps
    hope that helps
    if you have any other questions
    if you have any more questions
    if you have any further questions
    if you have any questions
    if you have further questions
    if you need anything else
    if you need any help
    if you need more help
    if you need further assistance
    if there is anything else
    if there's anything else
    bei weiteren fragen
    n'hésitez pas
    no dude en
    non esitare
    não hesite
    """)

  private static let hedges = phrases(
    """
    i'm not sure
    i am not sure
    i'm not certain
    i am not certain
    i don't know
    i do not know
    i'm afraid i don't know
    i can't say
    i cannot say
    i can't tell
    i cannot tell
    i couldn't find
    i could not find
    i can't find
    i cannot find
    i don't have information
    i do not have information
    i don't have that information
    i do not have that information
    i don't have any information
    i do not have any information
    i'm sorry
    i am sorry
    sorry
    i apologize
    i apologise
    my apologies
    it depends
    as an ai
    ich bin nicht sicher
    ich weiß es nicht
    je ne sais pas
    no lo sé
    non lo so
    não sei
    """)
}
