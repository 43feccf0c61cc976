/// The words by which a place to fill in is told from a remark in brackets.
enum PlaceholderWords {
  /// What such a place begins with, whatever follows; alone they are keys to press.
  private static let openings: Set<String> = ["your", "insert", "enter", "placeholder"]

  /// What may stand before `name` without a capital.
  private static let named: Set<String> = [
    "first", "last", "full", "user", "product", "manager", "managers", "company", "business", "project", "event",
  ]

  /// What it begins with in other languages, if another word follows.
  private static let otherOpenings: Set<String> = [
    "ihr", "ihre", "ihren", "ihrer", "dein", "deine", "deinen", "votre", "vos", "ton", "insérer", "insérez", "indiquer",
    "tu", "su", "sus", "insertar", "inserte", "inserta", "il", "la", "inserire", "inserisci", "seu", "sua", "seus",
    "inserir", "insira", "fill",
  ]

  /// What it asks for, in any spelling.
  private static let things: Set<String> = [
    "recipient", "sender", "customer", "company", "client", "phone", "email", "address", "date", "city", "url",
    "position", "department", "name",
  ]

  /// What it asks for, written with a capital.
  private static let capitalThings: Set<String> = [
    "product", "amount", "number", "time", "title", "link", "website", "location", "country", "state", "zip",
    "signature", "role", "team", "organization", "organisation", "manager", "hiring", "order", "invoice", "job",
    "street", "salutation", "deadline",
    "vorname", "nachname", "datum", "firma", "firmenname", "unternehmen", "unternehmensname", "adresse", "anschrift",
    "telefonnummer", "ort", "betrag", "kunde", "kundenname", "empfänger", "absender", "unterschrift", "anrede",
    "nombre", "apellido", "apellidos", "fecha", "empresa", "dirección", "teléfono", "correo", "ciudad", "cliente",
    "importe", "firma", "nom", "prénom", "entreprise", "société", "téléphone", "ville", "montant", "destinataire",
    "nome", "cognome", "azienda", "indirizzo", "telefono", "città", "importo", "sobrenome", "endereço", "telefone",
    "cidade", "valor", "destinatario",
  ]

  private static let lastWords: Set<String> = ["name", "number", "date", "address", "here", "nummer", "adresse"]
  private static let mostWords = 5

  /// Whether the content of brackets is a place to fill in.
  /// - Parameter needsCapital: whether what it asks for is written with a capital, as it is not in the names of types.
  static func isSlot(_ content: String, needsCapital: Bool) -> Bool {
    if isBlank(content) { return true }
    let words = words(of: content)
    guard let first = words.first else { return false }
    let opening = first.lowercased()
    if openings.contains(opening) { return words.count > 1 || opening == "placeholder" }
    guard words.count <= mostWords else { return false }
    if words.count > 1, otherOpenings.contains(opening) {
      return isThing(words[words.count - 1]) || isThing(words[1])
    }
    let isCapital = first.unicodeScalars.first?.properties.isUppercase ?? false
    if needsCapital, !isCapital { return false }
    if things.contains(opening) { return true }
    let last = words[words.count - 1].lowercased()
    guard isCapital else { return named.contains(opening) && last == "name" }
    return words.count == 1 ? capitalThings.contains(opening) : lastWords.contains(last)
  }

  /// Whether the content of braces is a name that is to be filled in.
  static func isField(_ content: String) -> Bool {
    guard content.unicodeScalars.allSatisfy({ $0.isLetterOrDigit || $0 == "_" || $0 == " " || $0 == "-" }) else {
      return false
    }
    let words = words(of: content)
    guard let first = words.first, words.count <= mostWords, let last = words.last else { return false }
    return openings.contains(first.lowercased()) && words.count > 1 || isThing(first) || isThing(last)
  }

  /// Whether what follows `insert` names a thing: `(insert date)`, `(insert your name here)`.
  static func isInsertion(_ content: String) -> Bool {
    let words = words(of: content)
    guard let first = words.first, (2...7).contains(words.count) else { return false }
    guard ["insert", "enter"].contains(first.lowercased()), let last = words.last else { return false }
    return last.lowercased() == "here" || isThing(last)
  }

  private static func isThing(_ word: String) -> Bool {
    let form = word.lowercased()
    return things.contains(form) || capitalThings.contains(form)
  }

  /// `___`, `XX/XX/XXXX`: nothing but what stands for letters to come.
  private static func isBlank(_ content: String) -> Bool {
    var count = 0
    for scalar in content.unicodeScalars {
      switch scalar {
      case "_", "X": count += 1
      case "/", "-", " ", ".": break
      default: return false
      }
    }
    return count >= 2
  }

  /// The words, with `E-mail` and `customer's` as one each.
  private static func words(of content: String) -> [String] {
    var words: [String] = []
    var word = ""
    for scalar in content.unicodeScalars {
      if scalar.isLetterOrDigit {
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty, scalar == "'" || scalar == "’" {
        continue
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    }
    if !word.isEmpty { words.append(word) }
    if words.count > 1, words[0].lowercased() == "e", words[1].lowercased() == "mail" {
      words.replaceSubrange(0...1, with: [words[0] == "E" ? "Email" : "email"])
    }
    // `Customer's` is read as `Customers`.
    return words.map { word in
      let stem = String(word.dropLast())
      return word.hasSuffix("s") && things.contains(stem.lowercased()) ? stem : word
    }
  }
}
