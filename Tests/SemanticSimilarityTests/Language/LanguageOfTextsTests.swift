import StructuredOutput
import Testing

@testable import SemanticSimilarity

@Suite("The language of texts that are compared")
struct LanguageOfTextsTests {
  @Test(
    "Short English, English with foreign names, code and what has no words are read by the encoder",
    arguments: [
      ["30 days"], ["Yes."], ["OK"], ["No"], ["Order T-1042"], ["Refund: 30 days"], ["Done!"], ["Not available"],
      ["You can return shoes within 30 days.", "30 days"],
      ["Yes.", "Yes, you can."],
      ["A man running on a track.", "a man running track"],
      ["A man climbing a cliff face.", "A woman climbs a sheer cliff face."],
      ["A baby holds a ketchup packet."],
      ["Contact Jürgen Müßigbrodt in Düsseldorf.", "Jürgen Müßigbrodt is your contact in Düsseldorf."],
      ["The show is called La Casa de Papel.", "La Casa de Papel"],
      ["Ships to São Paulo, Łódź and Malmö.", "We ship to São Paulo."],
      ["The sign says \"Bitte die Türen schließen\", which asks you to close the doors."],
      ["In German, \"Das Paket wurde gestern abgegeben\" means that the parcel was delivered yesterday."],
      ["Her name is 山田 and she lives in Tokyo (東京)."],
      ["let total = items.map(\\.price).reduce(0, +)", "var total = 0; for item in items { total += item.price }"],
      ["SELECT name FROM users WHERE id = 3"], ["`npm install`"], ["{\"status\": \"shipped\", \"days\": 3}"],
      ["https://example.com/a/b?c=d"], ["The resistance is 5 kΩ.", "5 Ω"],
      ["Contact: Jürgen Müßigbrodt, Düsseldorf, is the one to ask."], ["He said «c'est la vie» and left the room."],
    ])
  func english(texts: [String]) {
    let language = LanguageOfTexts(texts)
    #expect(language.isReadByEmbeddedEncoder, "\(language)")
    #expect(language.factLanguage == .english)
  }

  @Test(
    "What has no words has no language",
    arguments: [[], [""], ["", ""], ["🎉🎉"], ["42", "42.0"], ["\u{0}\u{7}\u{1B}"], ["— … ?!", "$$"], ["π ≈ 3.14"]])
  func noWords(texts: [String]) {
    let language = LanguageOfTexts(texts)
    #expect(language.languages.isEmpty)
    #expect(language.code == nil)
    #expect(language.name == nil)
    #expect(language.isReadByEmbeddedEncoder)
    #expect(language.factLanguage == .english)
  }

  @Test(
    "Other languages are named, in short texts and long ones, and their facts are compared where the guard can",
    arguments: [
      ("de", true, ["Die Garantie gilt 24 Monate.", "Die Garantie gilt 2 Jahre."]),
      ("de", true, ["Das Paket wurde gestern Mittag beim Nachbarn abgegeben."]),
      ("de", true, ["Sie können die Schuhe innerhalb von 30 Tagen zurückgeben.", "30 Tage"]),
      ("fr", true, ["Vous pouvez retourner les chaussures dans les 30 jours.", "Sous 30 jours."]),
      ("fr", true, ["Un petit cactus dans un pot.", "Un gros plan d'un petit cactus qui se trouve dans un pot."]),
      ("es", true, ["Puede devolver los zapatos en un plazo de 30 días.", "Dentro de 30 días."]),
      ("es", true, ["Un hombre soplando una gran burbuja.", "Un hombre caminando con un gran caballo negro."]),
      ("it", true, ["È possibile restituire le scarpe entro 30 giorni.", "Entro 30 giorni."]),
      ("pt", true, ["Você pode devolver os sapatos em até 30 dias.", "Não, apenas em 30 dias."]),
      ("nl", false, ["U kunt de schoenen binnen 30 dagen terugsturen.", "Binnen 30 dagen."]),
      ("pl", false, ["Możesz zwrócić buty w ciągu 30 dni.", "W ciągu 30 dni."]),
      ("ja", false, ["レンガの建物の前を、乳母車を押した女性が歩いています。"]), ("ja", false, ["はい。"]),
      ("ar", false, ["يمكنك إعادة الحذاء خلال ثلاثين يومًا من تاريخ الشراء."]),
      ("ru", false, ["Вы можете вернуть обувь в течение 30 дней."]), ("zh", false, ["您可以在三十天内退货。"]),
      ("ko", false, ["30일 이내에 반품할 수 있습니다."]), ("he", false, ["אפשר להחזיר את הנעליים"]),
    ] as [(String, Bool, [String])])
  func others(code: String, isCovered: Bool, texts: [String]) {
    let language = LanguageOfTexts(texts)
    #expect(language.code == code, "\(language)")
    #expect(language.name == TextLanguage(code: code)?.name)
    #expect(!language.isReadByEmbeddedEncoder)
    #expect(language.factLanguage?.code == (isCovered ? code : nil))
  }

  @Test("Two texts in different languages are in neither")
  func different() {
    let language = LanguageOfTexts(
      "You can return the shoes within thirty days.", "Sie können die Schuhe innerhalb von dreißig Tagen zurückgeben.")
    #expect(language.code == "mul")
    #expect(language.name == "English and German")
    #expect(!language.isReadByEmbeddedEncoder)
    #expect(language.factLanguage == nil)
    #expect(LanguageOfTexts("The museum is closed on Mondays.", "その美術館は月曜日に閉まっています。").code == "mul")
  }

  @Test("A language that cannot be named is unknown, and nothing is said of its facts")
  func unknown() {
    for text in [
      "ጫማዎቹን በሠላሳ ቀናት ውስጥ መመለስ ይችላሉ።",
      "អ្នកអាចប្រគល់ស្បែកជើងវិញក្នុងរយៈពេលសាមសិបថ្ងៃ",
    ] {
      let language = LanguageOfTexts(text)
      #expect(language.code == "und", "\(language)")
      #expect(language.name == "an unknown language")
      #expect(!language.isReadByEmbeddedEncoder)
      #expect(language.factLanguage == nil)
    }
  }

  @Test("Of a long text the beginning is read, whatever stands there")
  func long() {
    let clock = ContinuousClock()
    let hostile = [
      String(repeating: "Die Katze schläft auf dem Sofa. ", count: 30_000), String(repeating: "é", count: 1 << 19),
      String(repeating: "(", count: 1 << 20), String(repeating: "\u{202E}a\u{0301}", count: 1 << 18),
      String(repeating: "x", count: 1 << 20), String(repeating: "😀", count: 1 << 18),
    ]
    #expect(LanguageOfTexts(hostile[0]).code == "de")
    for text in hostile {
      let time = clock.measure { _ = LanguageOfTexts(text, "Yes.") }
      #expect(time < .milliseconds(200), "\(text.prefix(3))")
    }
  }
}
