import Testing

@testable import StructuredOutput

@Suite("Refusals")
struct RefusalTests {
  private static let refusals = [
    "I'm sorry, but I can't help with that.", "I can’t assist with this request.",
    "Sorry. I am unable to provide information on it.",
    "As an AI, I cannot say.", "Unfortunately, I'm not able to fully answer that.", "I must respectfully decline.",
    "I won't be able to help.", "That goes against my guidelines.", "I cannot provide instructions for that.",
    "I’m not comfortable writing this.", "I'm going to have to decline.", "I can't give medical advice.",
    "That isn't something I can help with.", "It would be inappropriate for me to say.", "Sorry, unable to comply.",
    "I can*not* continue with that.", "I decline to answer.", "I cant help with that",
    "This is beyond my capabilities.",
    "I don't feel comfortable discussing this.", "I'm unable to assist you.", "I refuse to help.",
    "Es tut mir leid, aber dabei kann ich Ihnen leider nicht helfen.", "Ich kann diese Anfrage nicht beantworten.",
    "Ich bin nicht in der Lage, Ihnen dabei zu helfen.", "Ich kann Ihnen keine Rechtsberatung geben.",
    "Das muss ich leider: ich muss das ablehnen.",
    "Als KI kann ich dazu nichts sagen, das darf ich nicht beantworten.",
    "Je suis désolé, mais je ne peux pas vous aider.", "Je ne suis pas en mesure de répondre.", "Je dois refuser.",
    "Je ne peux pas fournir d'instructions.", "Lo siento, pero no puedo ayudarte con eso.",
    "No puedo proporcionar esa información.",
    "Debo rechazar esta solicitud.", "Mi dispiace, ma non posso aiutarti.",
    "Non sono in grado di fornire consigli legali.",
    "Devo rifiutare.", "Desculpe, mas não posso ajudar com isso.", "Não consigo te ajudar.",
    "Não posso fornecer informações.",
    "Devo recusar.",
  ]

  private static let answers = [
    "I'm sorry, but we cannot refund worn shoes.", "You can't return it after 30 days.", "We can help with that.",
    "That is against our policies.", "I can help you.", "I can't find your order.", "You cannot return worn shoes.",
    "We can't offer refunds after 30 days.", "I can't help but admire it.", "I cannot recommend it enough.",
    "Ich kann Ihre Bestellung nicht finden.", "Das können Sie nicht zurückgeben.", "Ich kann Ihnen helfen.",
    "Je ne peux pas trouver votre commande.", "Vous ne pouvez pas le retourner.", "No puedo encontrar tu pedido.",
    "No podemos ofrecer reembolsos.", "Non posso trovare il suo ordine.", "Não encontrei o seu pedido.",
    "Posso ajudar.", "",
  ]

  @Test("Finds common refusals in six languages", arguments: RefusalTests.refusals)
  func refuses(text: String) {
    #expect(StructureValidator.noRefusal.violations(in: text).count == 1)
    #expect(StructureValidator.refuses.violations(in: text) == [])
  }

  @Test("Lets pass an answer that says no", arguments: RefusalTests.answers)
  func answersAll(text: String) {
    #expect(StructureValidator.noRefusal.violations(in: text).map(\.message) == [])
    #expect(StructureValidator.refuses.violations(in: text).count == 1)
  }

  @Test("Has no pattern that cannot be used")
  func patterns() {
    #expect(RefusalPhrases.all.count == RefusalPhrases.sources.count)
  }

  @Test("Quotes the sentence and its line")
  func messages() {
    #expect(
      StructureValidator.noRefusal.violations(in: "Hello.\r\n\nSorry! I can’t help with that. Bye.").map(\.message) == [
        "the text refuses to answer in line 3: \"I can't help with that\""
      ])
    #expect(
      StructureValidator.refuses.violations(in: " Sure, here it is.").map(\.message) == [
        "expected a refusal, got \"Sure, here it is.\""
      ])
    #expect(StructureValidator.noRefusal.violations(in: String(repeating: "x ", count: 1000) + "I can't help.") == [])
  }

  @Test(
    "Goes through large texts that are made to be slow",
    arguments: ["I can't ", "ich kann ", "\0", ". ", "👩‍👩‍👧", "\u{202E}", "\n", "je ne peux pas "])
  func large(piece: String) {
    let text = String(repeating: piece, count: 1_000_000 / piece.utf8.count)
    #expect(StructureValidator.noRefusal.violations(in: text) == [])
  }
}
