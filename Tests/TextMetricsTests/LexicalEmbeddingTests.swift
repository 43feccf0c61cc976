import Testing

@testable import TextMetrics

@Suite("Lexical embedding")
struct LexicalEmbeddingTests {
  let embedding = LexicalEmbedding()

  func similarity(_ a: String, _ b: String) -> Double {
    LexicalEmbedding.cosineSimilarity(embedding.vector(for: a), embedding.vector(for: b))
  }

  @Test(
    "Ranks near wording above unrelated wording",
    arguments: [
      ("How long do I have to return shoes?", "How long can shoes be returned?", "What does shipping to Norway cost?"),
      ("Reset my password", "I want to reset the password", "Cancel my subscription"),
      ("The parcel never arrived", "My parcel has not arrived yet", "Do you sell gift cards?"),
      ("Shipping costs 5 euros", "The cost of shipping is 5 euros", "We are open on Sundays"),
      ("Where is my order 4711?", "What is the status of order 4711?", "How do I change my address?"),
      ("The café closes at nine", "The cafe is closing at nine", "Trains leave every hour"),
      ("Apply the discount code", "A discount code can be applied", "Write to the press office"),
      ("Change the delivery address", "Changing a delivery address", "Refund to credit card"),
      ("organisation of the warehouse", "organization of the warehouse", "colour of the sofa"),
      ("Batteries are not included", "The battery is not included", "Guests may park outside"),
      ("Stopped working after two weeks", "It stops working after two weeks", "Lovely fabric and colour"),
      ("Пароль не подходит", "Мой пароль не подходит", "Где мой заказ?"),
    ])
  func ranking(text: String, near: String, unrelated: String) {
    #expect(similarity(text, near) > similarity(text, unrelated) + 0.2)
    #expect(similarity(text, near) > 0.4)
    #expect(similarity(text, unrelated) < 0.3)
  }

  @Test("Identical text is 1, in any case and with any accents")
  func identical() {
    #expect(abs(similarity("Return shoes within 30 days.", "Return shoes within 30 days.") - 1) < 1e-6)
    #expect(abs(similarity("RÉSUMÉ Straße", "resume strasse") - 1) < 1e-6)
  }

  @Test("Text without words is the zero vector, similar to nothing", arguments: ["", "  \n", "?!…"])
  func empty(text: String) {
    #expect(embedding.vector(for: text) == [Float](repeating: 0, count: 1024))
    #expect(similarity(text, text) == 0)
    #expect(similarity(text, "shoes") == 0)
  }

  @Test("Vectors have length 1 and the dimensions asked for", arguments: [1, 7, 256, 1024])
  func shape(dimensions: Int) {
    let vector = LexicalEmbedding(dimensions: dimensions).vector(for: "return the shoes")
    #expect(vector.count == dimensions)
    #expect(abs(vector.reduce(0) { $0 + $1 * $1 } - 1) < 1e-5)
  }

  @Test("Dimensions below 1 are taken for 1", arguments: [0, -5, Int.min])
  func noDimensions(dimensions: Int) {
    #expect(LexicalEmbedding(dimensions: dimensions).vector(for: "a word").count == 1)
  }

  @Test("Different numbers are not alike, however their digits look")
  func numbers() {
    #expect(similarity("30", "300") < 0.1)
  }

  @Test("Is blind to negation, as its documentation says")
  func blindToNegation() {
    #expect(similarity("You can return worn shoes", "You can not return worn shoes") > 0.8)
  }

  @Test("Gives the same vector on every run and machine")
  func pinned() {
    let vector = embedding.vector(for: "Return shoes within 30 days, naïve café customers!")
    let places = vector.indices.filter { vector[$0] != 0 }
    let digest = places.reduce(UInt64(0)) { $0 &* 1_000_003 &+ UInt64($1) &+ (vector[$1] < 0 ? 7_919 : 0) }
    #expect(LexicalEmbedding.version == 1)
    #expect(places.count == 99)
    #expect(digest == 7_725_486_933_608_030_350)
  }

  @Test("Cosine of vectors that cannot be compared is 0")
  func incomparable() {
    #expect(LexicalEmbedding.cosineSimilarity([1, 0], [1]) == 0)
    #expect(LexicalEmbedding.cosineSimilarity([], []) == 0)
    #expect(LexicalEmbedding.cosineSimilarity([.nan], [1]) == 0)
    #expect(LexicalEmbedding.cosineSimilarity([.infinity], [1]) == 0)
    #expect(LexicalEmbedding.cosineSimilarity([1, 0], [-1, 0]) == -1)
  }

  @Test(
    "Words of one stem meet",
    arguments: [
      ["return", "returns", "returned", "returning"], ["shoe", "shoes"], ["battery", "batteries"], ["box", "boxes"],
      ["stop", "stops", "stopped", "stopping"], ["change", "changes", "changed", "changing"],
      ["reply", "replies", "replied", "replying"], ["call", "called", "calling"], ["class", "classes"],
    ])
  func stems(words: [String]) {
    #expect(Set(words.map { LightStem.of($0[...]) }).count == 1)
  }

  @Test("Words that only look like an ending are left alone", arguments: ["bus", "is", "red", "king", "this", "glass"])
  func noStem(word: String) {
    #expect(String(LightStem.of(word[...])) == word)
  }
}
