/// Names of months and weekdays in six languages.
enum CalendarWords {
  /// 1 for January; of a name without accents in lower case.
  static func month(_ word: String) -> Int? { months[word] }

  /// 1 for Monday.
  static func weekday(_ word: String) -> Int? { weekdays[word] }

  /// Months that are everyday words too, and count only beside a day or year or after a preposition.
  static let ambiguous = FactWords.set("may march mar mars set dec ago out abr sept marzo mai mag dez jun jul gen")

  private static let months: [String: Int] = {
    var table: [String: Int] = [:]
    for line in [
      "january february march april may june july august september october november december",
      "jan feb mar apr may jun jul aug sep oct nov dec",
      "januar februar marz april mai juni juli august september oktober november dezember",
      "janner feber mrz apr mai jun jul aug sept okt nov dez",
      "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
      "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
      "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
      "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro",
    ] {
      for (index, word) in line.split(separator: " ").enumerated() { table[String(word)] = index + 1 }
    }
    return table
  }()

  private static let weekdays: [String: Int] = {
    var table: [String: Int] = [:]
    for line in [
      "monday tuesday wednesday thursday friday saturday sunday",
      "mondays tuesdays wednesdays thursdays fridays saturdays sundays", "mon tue wed thu fri - -",
      "montag dienstag mittwoch donnerstag freitag samstag sonntag",
      "montags dienstags mittwochs donnerstags freitags sonnabend sonntags",
      "lundi mardi mercredi jeudi vendredi samedi dimanche", "lunes martes miercoles jueves viernes sabado domingo",
      "lunedi martedi mercoledi giovedi venerdi sabato domenica",
      "segunda-feira terca quarta-feira quinta-feira sexta - -",
    ] {
      for (index, word) in line.split(separator: " ").enumerated() where word != "-" { table[String(word)] = index + 1 }
    }
    return table
  }()
}
