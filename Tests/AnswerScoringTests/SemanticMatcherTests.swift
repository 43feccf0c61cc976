import AnswerScoring
import LanguageModels
import SemanticSimilarity
import SpecRecords
import StructuredOutput
import Synchronization
import Testing

@Suite("Reference answer")
struct SemanticMatcherTests {
  /// An encoder whose vectors a test writes.
  struct ScriptedEncoder: EmbeddingModel {
    let identifier = "scripted-encoder"
    var vectors: @Sendable ([String]) -> [[Float]]

    func embed(_ texts: [String]) async throws -> EmbeddingResponse {
      EmbeddingResponse(vectors: vectors(texts), model: identifier)
    }
  }

  static let reference = "You can return shoes within 30 days of delivery."

  static let calibration = EncoderCalibration.lexicalEmbedding

  @Test(
    "An answer may say the reference among other things and in Markdown",
    arguments: [
      "You can return shoes within 30 days of delivery.",
      "Hi Anna! You have **30 days** from delivery to return your shoes. Is there anything else?",
      "Our rules:\n\n- Return your shoes within 30 days of delivery\n- Returns are free",
      "You can return shoes within 30 days of delivery. Sale items can be returned within 14 days.",
    ])
  func said(answer: String) async throws {
    let match = try await SemanticMatcher().match(answer, Self.reference)
    #expect(match.verdict == .passed, "\(match.reason)")
    #expect(match.encoder == "paraphrase-MiniLM-L3-v2/int8/1")
    #expect(match.factVerdict == .agrees)
    #expect(match.language == "English")
    #expect(match.sentencesNotSaid.isEmpty)
    #expect((match.match ?? 0) >= SemanticMatcher.defaultThreshold)
    #expect((0...1).contains(match.match ?? 2))
  }

  @Test("A changed fact fails however like the wording is, and both spans are named")
  func contradiction() async throws {
    let match = try await SemanticMatcher().match(
      "Hello! You can return shoes within 60 days of delivery.", Self.reference)
    #expect(match.verdict == .failed)
    #expect(match.factVerdict == .contradicts)
    #expect((match.match ?? 0) > 0.7)
    #expect(match.facts.first?.reference.text == "30 days")
    #expect(match.facts.first?.answer?.text == "60 days")
    #expect(match.reason.contains("\"30 days\"") && match.reason.contains("\"60 days\""))
    #expect(match.sentencesNotSaid == [Self.reference])
  }

  @Test("A denial fails, and a fact that is left out is told apart from one that is contradicted")
  func denialAndOmission() async throws {
    let denial = try await SemanticMatcher().match(
      "You cannot return shoes within 30 days of delivery.", Self.reference)
    #expect(denial.verdict == .failed)
    #expect(denial.factVerdict == .contradicts)
    let omission = try await SemanticMatcher().match(
      "Your order is being packed and will leave our warehouse tomorrow.",
      "Order T-2077 is being packed and will leave our warehouse tomorrow.")
    #expect(omission.verdict == .failed)
    #expect(omission.factVerdict == .missing)
    #expect(omission.reason.contains("leaves out"))
  }

  @Test("Names the sentence that is not said, and what comes nearest")
  func notFound() async throws {
    let answer = "Hi! You have 30 days from delivery to return your shoes. Our jackets are made of recycled wool."
    let match = try await SemanticMatcher().match(
      answer, Self.reference + " Support is open on weekdays.")
    #expect(match.verdict == .failed)
    #expect(match.sentencesNotSaid == ["Support is open on weekdays."])
    #expect(match.reason.contains("does not say “Support is open on weekdays.”"))
    #expect(match.reason.contains("The nearest is"))
    #expect(match.extraSentences.contains("Our jackets are made of recycled wool."))
    #expect(match.reason.contains("Beside it the answer says"))
  }

  @Test("An answer that says two things at once is no match")
  func both() async throws {
    let match = try await SemanticMatcher().match(
      "You can return shoes within 30 days of delivery. In fact, within 60 days.", Self.reference)
    #expect(match.verdict == .failed)
    #expect(match.reason.contains("and also"))
  }

  @Test("Kinds of facts can be chosen, or left out")
  func facts() async throws {
    let answer = "You can return shoes within 60 days of delivery."
    let matcher = SemanticMatcher()
    #expect(try await matcher.match(answer, Self.reference, .facts(.negation, .names)).verdict == .passed)
    #expect(try await matcher.match(answer, Self.reference, .facts(.units)).verdict == .failed)
    let unchecked = try await matcher.match(answer, Self.reference, .withoutFacts)
    #expect(unchecked.verdict == .passed)
    #expect(unchecked.factVerdict == .unchecked)
  }

  @Test("Wholes are compared as wholes")
  func wholes() async throws {
    let matcher = SemanticMatcher()
    let near = try await matcher.match("Shoes can be returned within 30 days of delivery.", Self.reference, .whole)
    #expect(near.verdict == .passed, "\(near.reason)")
    #expect(near.sentences.isEmpty)
    let long = try await matcher.match(
      "Our jackets are made of recycled wool in Portugal and Spain. The weather in Lisbon is mild in spring. "
        + Self.reference, Self.reference, .whole)
    #expect(long.verdict == .failed)
    let changed = try await matcher.match("You can return shoes within 60 days of delivery.", Self.reference, .whole)
    #expect(changed.verdict == .failed)
    #expect(changed.factVerdict == .contradicts)
  }

  @Test("Of several references one is enough, or none may be said")
  func several() async throws {
    let matcher = SemanticMatcher()
    let answer = "Hello! Returns are free."
    let any = try await matcher.match(answer, .anyOf("Delivery takes two days.", "Returns are free."))
    #expect(any.verdict == .passed)
    #expect(any.reference == "Returns are free.")
    let noneFits = try await matcher.match(answer, .anyOf("Delivery takes two days.", "We sell jackets."))
    #expect(noneFits.verdict == .failed)
    #expect(noneFits.reason.contains("none of the 2 references"))
    let said = try await matcher.match(answer, .noneOf("Delivery takes two days.", "Returns are free."))
    #expect(said.verdict == .failed)
    #expect(said.reason.contains("must not say: “Returns are free.”"))
    #expect(try await matcher.match(answer, .noneOf("Delivery takes two days.")).verdict == .passed)
    #expect(try await matcher.match("Returns are not free.", .noneOf("Returns are free.")).verdict == .passed)
    let both = "You can return shoes within 30 days of delivery. In fact, within 60 days."
    #expect(try await matcher.match(both, .noneOf(Self.reference)).verdict == .failed)
    #expect(try await matcher.match(answer, .anyOf([])).verdict == .inconclusive)
    #expect(try await matcher.match(answer, .noneOf([])).verdict == .inconclusive)
  }

  @Test("A language that the encoder does not know: facts and repeated wording decide, nothing else does")
  func otherLanguages() async throws {
    let reference = "Schuhe können innerhalb von 30 Tagen nach der Lieferung zurückgegeben werden."
    let matcher = SemanticMatcher()
    let unknown = try await matcher.match(
      "Sie haben nach der Lieferung 30 Tage Zeit für die Rückgabe der Schuhe.", reference)
    #expect(unknown.verdict == .inconclusive)
    #expect(unknown.reason.contains("German"))
    #expect(unknown.match == nil)
    let wrong = try await matcher.match("Sie können die Schuhe innerhalb von 60 Tagen zurückgeben.", reference)
    #expect(wrong.verdict == .failed)
    #expect(wrong.factVerdict == .contradicts)
    let same = try await matcher.match("Guten Tag! " + reference + " Viele Grüße", reference)
    #expect(same.verdict == .passed)
    let japanese = try await matcher.match("靴は30日以内に返品できます。", "靴は返品できます。")
    #expect(japanese.verdict == .inconclusive)
  }

  @Test("A multilingual encoder reads every language")
  func multilingual() async throws {
    let encoder = ScriptedEncoder { $0.map { _ in [1, 0] } }.calibrated(by: Self.calibration)
    let match = try await SemanticMatcher(model: encoder).match("Schuhe kosten Geld.", "Schuhe kosten Geld.")
    #expect(match.verdict == .passed)
    #expect(match.encoder == "scripted-encoder")
  }

  @Test("An encoder without calibration compares cosines or nothing")
  func uncalibrated() async throws {
    let encoder = ScriptedEncoder { texts in texts.map { $0.contains("one") ? [1, 0] : [0.6, 0.8] } }
    let answer = "Here are two things."
    let reference = "Here is one thing."
    let plain = try await SemanticMatcher(model: encoder).match(answer, reference)
    #expect(plain.verdict == .inconclusive)
    #expect(plain.reason.contains("calibrate"))
    #expect(try await SemanticMatcher(model: encoder, threshold: 0.5).match(answer, reference).verdict == .inconclusive)
    let matcher = SemanticMatcher(model: encoder, threshold: .cosine(0.5))
    let near = try await matcher.match(answer, reference, .withoutFacts)
    #expect(near.verdict == .passed)
    #expect(abs((near.score ?? 0) - 0.6) < 1e-6)
    #expect(near.match == nil)
    let strict = SemanticMatcher(model: encoder, threshold: .cosine(0.7))
    #expect(try await strict.match(answer, reference, .withoutFacts).verdict == .failed)
    #expect(try await matcher.match(answer, reference, .whole, .withoutFacts).verdict == .passed)
  }

  @Test("Its own calibration makes another encoder's cosines a match")
  func calibrated() async throws {
    let encoder = ScriptedEncoder { texts in texts.map { $0.contains("one") ? [1, 0] : [0.6, 0.8] } }
    let match = try await SemanticMatcher(model: encoder.calibrated(by: Self.calibration)).match(
      "Here are two things.", "Here is one thing.", .whole, .withoutFacts)
    #expect(abs((match.match ?? 0) - Self.calibration.whole.match(forCosine: 0.6)) < 1e-6)
    #expect(match.threshold == .match(SemanticMatcher.defaultWholeThreshold))
  }

  @Test("An empty answer fails, an empty reference decides nothing, and neither calls the model")
  func empty() async throws {
    let encoder = ScriptedEncoder { _ in
      Issue.record("called")
      return []
    }
    let matcher = SemanticMatcher(model: encoder.calibrated(by: Self.calibration))
    #expect(try await matcher.match(" \n", "b").verdict == .failed)
    #expect(try await matcher.match("?!", "A reference.").verdict == .failed)
    #expect(try await matcher.match("a", "").verdict == .inconclusive)
    #expect(try await matcher.match("", "").verdict == .inconclusive)
    #expect(try await matcher.match("a", "---").verdict == .inconclusive)
    #expect(try await matcher.match("", .noneOf("Never say never.")).verdict == .passed)
  }

  @Test(
    "Vectors that are none decide nothing",
    arguments: [
      [], [[1, 0]], [[1, 0], [1, 0], [1, 0]], [[1, 0], [1]], [[], []], [[.nan, 0], [1, 0]], [[1, 0], [.infinity, 0]],
      [[0, 0], [1, 0]],
    ] as [[[Float]]])
  func badVectors(vectors: [[Float]]) async throws {
    let matcher = SemanticMatcher(model: ScriptedEncoder { _ in vectors }, threshold: .cosine(-1))
    for options in [[], [SemanticMatchOption.whole]] {
      let match = try await matcher.match("One two three.", .text("Four five six."), options)
      #expect(match.verdict == .inconclusive)
      #expect(match.score == nil)
      #expect(match.reason.contains("scripted-encoder gave no usable vectors"))
    }
  }

  @Test(
    "A threshold that is none decides nothing",
    arguments: [.match(1.5), .match(-0.1), .match(.nan), .cosine(1.5)] as [SemanticThreshold])
  func badThreshold(threshold: SemanticThreshold) async throws {
    let match = try await SemanticMatcher(threshold: threshold).match("a b", "a b")
    #expect(match.verdict == .inconclusive)
    #expect(match.reason.contains("threshold"))
  }

  @Test("Vectors of huge values give a cosine")
  func huge() async throws {
    let huge = Float.greatestFiniteMagnitude
    let matcher = SemanticMatcher(
      model: ScriptedEncoder { $0.map { _ in [huge, huge] } }, threshold: .cosine(0.9))
    for options in [[SemanticMatchOption.withoutFacts], [.whole, .withoutFacts]] {
      let match = try await matcher.match("One two three.", .text("Four five six."), options)
      #expect(match.verdict == .passed)
      #expect((match.similarity ?? 2) <= 1)
    }
  }

  @Test("A megabyte of answer is looked at in part, and what is beyond is not judged")
  func megabyte() async throws {
    let filler = String(repeating: "The weather is mild and the sea is calm again today. ", count: 20_000)
    let encoder = ScriptedEncoder { $0.map { [Float($0.utf8.count % 7), $0.contains("30 days") ? 9 : 0, 1] } }
    let matcher = SemanticMatcher(model: encoder, threshold: .cosine(0.999))
    let found = try await matcher.match(Self.reference + " " + filler, Self.reference)
    #expect(found.verdict == .passed)
    #expect(found.isTruncated)
    #expect(found.reason.contains("Only the first 500"))
    let beyond = try await matcher.match(filler + Self.reference, Self.reference)
    #expect(beyond.verdict == .inconclusive)
  }

  @Test(
    "Odd texts give a verdict and no trap",
    arguments: [
      "👍", "👍🏽🎉🎉", "\u{0}\u{1}\u{7F}", "\u{FFFD}\u{FFFD}", "مرحبا بالعالم", "שלום עולם", "\u{202E}abc", "🇩🇪", "٣٠ يومًا",
      String(decoding: [0xED, 0xA0, 0x80, 0x61], as: UTF8.self), "```\n```", "|a|\n|-|\n|b|", "e\u{301}\u{301}\u{301}",
    ])
  func odd(text: String) async throws {
    let matcher = SemanticMatcher()
    #expect(try await matcher.match(text, Self.reference).verdict != .passed)
    #expect(try await matcher.match(Self.reference, text).verdict != .passed)
    _ = try await matcher.match(text, text, .whole)
    _ = try await matcher.match(text, .noneOf(text))
  }

  @Test("The lexical model finds near wording near, and unrelated wording far")
  func lexical() async throws {
    let matcher = SemanticMatcher(model: LexicalEmbeddingModel())
    let near = try await matcher.match("Hi! You can return your shoes within 30 days of delivery.", Self.reference)
    #expect(near.verdict == .passed, "\(near.reason)")
    #expect(near.encoder == "lexical-embedding/1")
    let far = try await matcher.match("The weather in Lisbon is mild in spring.", Self.reference)
    #expect(far.verdict == .failed)
  }
}
