import StructuredOutput
import Testing

@Suite("What was left to be filled in")
struct PlaceholderTests {
  private func messages(_ text: String) -> [String] {
    StructureValidator.noPlaceholders.violations(in: text).map(\.message)
  }

  @Test(
    "Finds placeholders with their places",
    arguments: [
      ("Dear [Your Name],", "column 6 holds the placeholder \"[Your Name]\""),
      ("Hi {{name}}!", "column 4 holds the template field \"{{name}}\""),
      ("Hi {% if x %}", "column 4 holds the template field \"{% if x %}\""),
      ("Hi {customer_name},", "column 4 holds the template field \"{customer_name}\""),
      ("Hi ${user.name}", "column 4 holds the template field \"${user.name}\""),
      ("Lorem ipsum dolor", "column 1 holds the placeholder \"Lorem ipsum\""),
      ("As an AI language\u{A0}model", nil),
      ("As an AI language model, I", "column 1 holds the boilerplate \"As an AI language model\""),
      ("So TODO: write", "column 4 holds the placeholder \"TODO\""),
      ("Price TBD", "column 7 holds the placeholder \"TBD\""),
      ("Dear [Customer's Name]", "column 6 holds the placeholder \"[Customer's Name]\""),
      ("<insert date>", "column 1 holds the placeholder \"<insert date>\""),
      ("Mail <your-email>", "column 6 holds the placeholder \"<your-email>\""),
      ("Best, [Name]", "column 7 holds the placeholder \"[Name]\""),
      ("[First Name], hello", "column 1 holds the placeholder \"[First Name]\""),
      ("[E-mail]", "column 1 holds the placeholder \"[E-mail]\""),
      ("On [Insert date]", "column 4 holds the placeholder \"[Insert date]\""),
      ("At [Company]", "column 4 holds the placeholder \"[Company]\""),
      ("[Order Number]", "column 1 holds the placeholder \"[Order Number]\""),
      ("at (insert date here)", "column 4 holds the placeholder \"(insert date here)\""),
      ("Call XXX-XXXX.", "column 6 holds the placeholder \"XXX-XXXX\""),
      ("On XX/XX/XXXX", "column 4 holds the placeholder \"XX/XX/XXXX\""),
      ("No. [___]", "column 5 holds the placeholder \"[___]\""),
      ("Grüße, [Ihr Name]", "column 8 holds the placeholder \"[Ihr Name]\""),
      ("[Datum]", "column 1 holds the placeholder \"[Datum]\""),
      ("[Nombre]", "column 1 holds the placeholder \"[Nombre]\""),
      ("[Su nombre]", "column 1 holds the placeholder \"[Su nombre]\""),
      ("[Votre nom]", "column 1 holds the placeholder \"[Votre nom]\""),
      ("[Inserire data]", nil), ("[Il tuo nome]", "column 1 holds the placeholder \"[Il tuo nome]\""),
      ("[Seu nome]", "column 1 holds the placeholder \"[Seu nome]\""),
      ("Als KI-Sprachmodell kann", "column 1 holds the boilerplate \"Als KI-Sprachmodell\""),
    ])
  func found(text: String, message: String?) {
    #expect(messages("Hello.\n" + text) == (message.map { ["line 2, \($0)"] } ?? []))
  }

  @Test("Finds work that is left in code, and nothing else there")
  func code() {
    #expect(
      messages("```swift\n// TODO: more\nlet a = array[index]; x[name]; f<Name>()\n```") == [
        "line 2, column 4 holds the placeholder \"TODO\""
      ])
    #expect(messages("Set `${HOME}` and `<your-name>` and `{{x}}`.\n\n    echo ${HOME} [Name]\n") == [])
  }

  @Test(
    "Lets pass what is no placeholder",
    arguments: [
      "See [1] and [Smith 2020].", "[Your account](https://example.com)", "a todo list", "if a < b", "{a: {b}}",
      "$5 {x}",
      "- [x] done\n- [ ] open", "List<String> and Map<Name, Date>", "array[index]", "[sic] […] [...]", "TODO EL MUNDO",
      "example@example.com", "Card XXXX-XXXX-XXXX-1234, 123-XX-XXXX", "Size XXL, XXX", "[text][Your ref]",
      "<https://example.com>",
      "(insert the card into the slot first and wait)", "<address>x</address>", "[the company]", "[time] [data]",
      "Mastodon",
      "{1, 2, 3}", "press [Enter] or <Insert>", "[tag name]", "[Link reference definitions]", "[section \"name\"]",
      "[Note: your name]", "at 5 [p.m.]",
    ])
  func clean(text: String) { #expect(messages(text) == []) }

  @Test(
    "Goes through large texts that are made to be slow",
    arguments: [
      "[", "<", "{", "${", "{{", "(", "X", "X-", "[Name", "TODO ", "lorem ", "\0", "👩‍👩‍👧", "\u{202E}[Name]", "`",
      "as an ai ",
    ])
  func large(piece: String) {
    #expect(messages(String(repeating: piece, count: 100_000 / piece.utf8.count)).count <= 11)
  }
}
