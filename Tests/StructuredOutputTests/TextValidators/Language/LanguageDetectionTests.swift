import StructuredOutput
import Testing

@Suite("Telling the language of a text")
struct LanguageDetectionTests {
  @Test("Has sentences for every language")
  func coverage() {
    #expect(LanguageSentences.all.map(\.language.name).sorted() == TextLanguage.all.map(\.name))
    #expect(LanguageSentences.all.allSatisfy { $0.sentences.count == 10 })
  }

  @Test("Is clear and right about three sentences of each language")
  func threeSentences() {
    for (language, sentences) in LanguageSentences.all {
      for start in sentences.indices {
        let text = (0..<3).map { sentences[(start + $0) % sentences.count] }.joined(separator: " ")
        let detection = LanguageDetection(of: text)
        #expect(detection.language == language, "\(detection): \(text)")
      }
    }
  }

  @Test("Is never clear and wrong about one sentence, and seldom wrong or unclear")
  func oneSentence() {
    var right = 0
    var clear = 0
    for (language, sentences) in LanguageSentences.all {
      for text in sentences {
        let detection = LanguageDetection(of: text)
        if detection.candidates.first?.language == language { right += 1 }
        if detection.isClear {
          clear += 1
          #expect(detection.language == language, "\(detection): \(text)")
        }
      }
    }
    // Of 420.
    #expect(right >= 411)
    #expect(clear >= 385)
  }

  @Test("Names the likely languages of what is unclear")
  func unclear() {
    let detection = LanguageDetection(of: "Bland mel og egg til røren er jevn.")
    #expect(detection.language == nil)
    #expect(Set(detection.candidates.prefix(2).map(\.language)) == [.danish, .norwegian])
    #expect(detection.runnerUp != nil)
    #expect(detection.description.hasPrefix("unclear: Danish (6"))
    #expect(detection.wordCount == 8)
  }

  @Test(
    "Knows no language of what is none, or is none of its own",
    arguments: [
      "", " \n", "123 + 456", "OK", "asdf qwer zxcv hjkl tyui bnmf", "🙂🙂", "გამარჯობა, როგორ ხარ?",
      "Lorem ipsum dolor sit amet, consectetur adipiscing elit, sed do eiusmod tempor incididunt ut labore et dolore.",
      "Unaweza kurudisha viatu ndani ya siku thelathini. Ofisi yetu imefungwa siku za sikukuu. Rangi hiyo imekwisha.",
      "Þú getur skilað skónum innan þrjátíu daga. Skrifstofan okkar er lokuð á frídögum.",
      "Ayaqqabıları otuz gün ərzində qaytara bilərsiniz. Ofisimiz bayram günlərində bağlıdır.",
      "Абутак можна вярнуць на працягу трыццаці дзён. Наш офіс зачынены ў святочныя дні. Цягнік ідзе ў аэрапорт.",
      "Mae'r swyddfa ar gau ar wyliau cyhoeddus, ac felly ni allwn ateb heddiw.",
    ])
  func unknown(text: String) {
    #expect(LanguageDetection(of: text).language == nil)
  }

  @Test(
    "Is not swayed by what is no prose",
    arguments: [
      "Das ist der Code:\n\n```swift\nfor the in that { with.this(is: of) }\n// and this is not for you\n```\nBitte prüfen.",
      "Der Befehl `the and of that with this` löscht alles, also bitte nicht verwenden.",
      "Siehe https://example.com/the/and/of/that-is-for-you für mehr.",
      "{\"this\": {\"that\": \"Die Schuhe können Sie innerhalb von dreißig Tagen zurückgeben.\"}, \"and\": [1, true]}",
      "<p class=\"this and that\">Das Paket ist <b>heute</b> da.</p>",
      "Schreiben Sie an this.and.that@example.com oder the_and_of, wenn es nicht geht.",
      "Antwort: \"with\": 1, \"this\": 2, \"that\": 3, \"because\": 4, \"please\": 5, und das war alles.",
      "Ergebnis: \"the\": \"Das ist nicht alles\", \"with\": \"und noch ein Satz\"",
    ])
  func prose(text: String) {
    #expect(LanguageDetection(of: text).language == .german, "\(LanguageDetection(of: text))")
  }

  @Test("Takes letters with separate accents for the same, and capitals")
  func forms() {
    #expect(LanguageDetection(of: "Ko\u{308}nnen Sie das fu\u{308}r mich pru\u{308}fen?").language == .german)
    #expect(LanguageDetection(of: "IHR PAKET IST HEUTE DA.").language == .german)
  }

  @Test("Tells Japanese and Chinese, and is unsure about two characters")
  func eastAsian() {
    #expect(LanguageDetection(of: "東京").language == nil)
    #expect(LanguageDetection(of: "東京").candidates.map(\.language) == [.chinese, .japanese])
    #expect(LanguageDetection(of: "はい").language == .japanese)
    #expect(LanguageDetection(of: "iPhone 15 は本日発売です。").language == .japanese)
  }

  @Test("Takes a text that is half in another language for unclear, and a tenth of another for a tenth")
  func halves() {
    let halves = LanguageSentences.all.filter { [.german, .english].contains($0.language) }.flatMap(\.sentences)
    let detection = LanguageDetection(of: halves.joined(separator: " "))
    #expect(Set(detection.candidates.prefix(2).map(\.language)) == [.german, .english])
    #expect(detection.language == nil, "\(detection)")
    let english = LanguageSentences.all.first { $0.language == .english }?.sentences ?? []
    let german = "Das Paket wurde mittags bei einem Nachbarn abgegeben."
    let mostly = LanguageDetection(of: (english + [german]).joined(separator: " "))
    #expect(mostly.language == .english)
    #expect(mostly.runnerUp == .german)
    #expect(mostly.confidence < 0.95)
  }

  @Test("Finds a language by its tag")
  func tags() {
    #expect(TextLanguage(code: "de-AT") == .german)
    #expect(TextLanguage(code: "PT_br") == .portuguese)
    #expect(TextLanguage(code: "nb") == .norwegian)
    #expect(TextLanguage(code: "zh-Hant-TW") == .chinese)
    #expect(TextLanguage(code: "tlh") == nil)
    #expect(TextLanguage(code: "") == nil)
    #expect(Set(TextLanguage.all.map(\.code)).count == TextLanguage.all.count)
  }
}
