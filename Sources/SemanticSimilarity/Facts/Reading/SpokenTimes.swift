/// Reads times of the day in words of German, French, Spanish, Italian and Portuguese: "halb neun", "a las ocho y media".
enum SpokenTimes {
  static func time(at index: Int, in tokens: [FactToken], _ language: FactLanguage) -> Fact? {
    if language == .english { return nil }
    func text(_ place: Int) -> String { place >= 0 && place < tokens.count ? tokens[place].text : "" }
    func number(_ place: Int) -> Int? {
      guard let value = NumberWords.byLanguage[language.code]?.cardinals[text(place)], (1...59).contains(value) else {
        return nil
      }
      return Int(value)
    }
    func found(_ hour: Int, _ minute: Int, _ end: Int) -> Fact {
      let minutes = (hour % 24 * 60 + minute + 1440) % 1440
      return Fact(value: .time(hour <= 12 ? [minutes, (minutes + 720) % 1440] : [minutes]), tokens: index..<end)
    }
    if language == .german {
      if text(index) == "halb", let hour = number(index + 1), hour <= 12 { return found(hour, -30, index + 2) }
      if text(index) == "viertel", let hour = number(index + 2), hour <= 12 {
        if text(index + 1) == "nach" { return found(hour, 15, index + 3) }
        if text(index + 1) == "vor" { return found(hour, -15, index + 3) }
      }
      if text(index + 1) == "uhr", let hour = number(index), hour <= 24 { return found(hour, 0, index + 2) }
      return nil
    }
    guard openers[language.code]?.contains(text(index - 1)) == true, let hour = number(index), hour <= 24 else {
      return nil
    }
    var end = index + 1
    if ["heures", "heure", "horas", "hora"].contains(text(end)) {
      end += 1
    } else if language == .french {
      return nil
    }
    if ["et", "y", "e"].contains(text(end)) {
      if halves.contains(text(end + 1)) { return found(hour, 30, end + 2) }
      if quarters.contains(text(end + 1)) { return found(hour, 15, end + 2) }
      if text(end + 1) == "un", quarters.contains(text(end + 2)) { return found(hour, 15, end + 3) }
      if let minute = number(end + 1) { return found(hour, minute, end + 2) }
    }
    if ["moins", "menos", "meno"].contains(text(end)) {
      let article = ["le", "un"].contains(text(end + 1)) ? 1 : 0
      if quarters.contains(text(end + 1 + article)) { return found(hour, -15, end + 2 + article) }
    }
    if language == .french { return found(hour, number(end) ?? 0, number(end) == nil ? end : end + 1) }
    // "a las ocho" ends there; "a las ocho personas" does not.
    let isLast =
      end >= tokens.count || tokens[end].kind == .sign || ["de", "da", "di", "del", "en", "em"].contains(text(end))
    return isLast && number(end) == nil ? found(hour, 0, end) : nil
  }

  /// Words before an hour.
  private static let openers: [String: Set<String>] = [
    "fr": ["a", "vers", "des", "avant", "apres", "est"], "es": ["las", "la"],
    "it": ["alle", "dalle", "ore", "le", "sono"],
    "pt": ["as", "das", "pelas", "sao"],
  ]
  private static let halves: Set<String> = ["demie", "media", "mezza", "mezzo", "meia"]
  private static let quarters: Set<String> = ["quart", "cuarto", "quarto"]
}
