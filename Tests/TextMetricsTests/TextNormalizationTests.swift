import Testing
import TextMetrics

@Suite("What counts as the same answer")
struct TextNormalizationTests {
  @Test(
    "Differences that answer nothing are gone",
    arguments: [
      ("Paris", "paris"), ("  Paris.\n", "paris"), ("“Paris.”", "paris"), ("\"Paris\".", "paris"),
      ("**Paris**", "paris"), ("(Paris)", "paris"), ("PARIS!", "paris"), ("New\n\tYork", "new york"),
      ("ＰＡＲＩＳ", "paris"), ("ﬁne", "fine"), ("it’s", "it's"), ("Straße", "strasse"), ("10 – 20", "10 - 20"),
      ("«Да»", "да"), ("`code`", "code"), ("¿Qué?", "qué"), ("Wait…", "wait"), ("", ""), ("   ", ""),
    ])
  func alike(text: String, form: String) {
    #expect(TextNormalization.answerForm(text) == form)
  }

  @Test(
    "Differences that answer something stay",
    arguments: [
      ("-4", "-4"), ("−4", "-4"), (".5", ".5"), ("30%", "30%"), ("$30.", "$30"), ("C++", "c++"), ("C#", "c#"),
      ("f(x)", "f(x)"), ("(a) or (b)", "(a) or (b)"), ("10²", "10^2"), ("10⁻³", "10^-3"), ("2½", "2 1/2"), ("½", "1/2"),
      ("H₂O", "h2o"), ("résumé", "résumé"), ("6'", "6'"), ("@name", "@name"), ("#5", "#5"), ("???", "???"), ("*", "*"),
    ])
  func different(text: String, form: String) {
    #expect(TextNormalization.answerForm(text) == form)
  }

  @Test("A form is its own form", arguments: ["“Paris.”", "((a))", "'a' and 'b'", "2½ cups", "...", "ǅ", "ŉ a"])
  func stable(text: String) {
    let form = TextNormalization.answerForm(text)
    #expect(TextNormalization.answerForm(form) == form)
  }

  @Test("Many brackets are no trap")
  func hostile() {
    let text = String(repeating: "(", count: 50_000) + String(repeating: ")", count: 50_000)
    #expect(!TextNormalization.answerForm(text).isEmpty)
  }
}
