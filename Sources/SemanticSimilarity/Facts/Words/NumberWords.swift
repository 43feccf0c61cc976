/// Words for numbers, by language.
struct NumberWords: Sendable {
  /// Cardinals: one word or several with a space between.
  let cardinals: [String: Double]
  let ordinals: [String: Double]
  /// The most words of a cardinal.
  let longest: Int

  static let byLanguage: [String: NumberWords] = [
    "en": english(), "de": german(), "fr": french(), "es": spanish(), "it": italian(), "pt": portuguese(),
  ]

  private init(_ cardinals: [String: Double], _ ordinals: [String: Double]) {
    self.cardinals = cardinals
    self.ordinals = ordinals
    longest = 4
  }

  private static func list(_ words: String) -> [String] { words.split(separator: " ").map(String.init) }

  private static func english() -> NumberWords {
    let small = list(
      "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen"
    )
    let tens = list("twenty thirty forty fifty sixty seventy eighty ninety")
    let smallOrdinals = list(
      "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
    )
    let tenOrdinals = list("twentieth thirtieth fortieth fiftieth sixtieth seventieth eightieth ninetieth")
    var cardinals: [String: Double] = ["dozen": 12, "twice": 2, "thrice": 3, "fourty": 40]
    var ordinals: [String: Double] = ["hundredth": 100]
    for (value, word) in small.enumerated() { cardinals[word] = Double(value) }
    for (value, word) in smallOrdinals.enumerated() { ordinals[word] = Double(value) }
    for (index, ten) in tens.enumerated() {
      let value = Double(index * 10 + 20)
      cardinals[ten] = value
      ordinals[tenOrdinals[index]] = value
      for unit in 1...9 {
        cardinals[ten + " " + small[unit]] = value + Double(unit)
        ordinals[ten + " " + smallOrdinals[unit]] = value + Double(unit)
      }
    }
    return NumberWords(cardinals, ordinals)
  }

  private static func german() -> NumberWords {
    let small = list(
      "null eins zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn sechzehn siebzehn achtzehn neunzehn"
    )
    let tens = list("zwanzig dreissig vierzig funfzig sechzig siebzig achtzig neunzig")
    var cardinals: [String: Double] = ["zweimal": 2, "dreimal": 3, "dutzend": 12, "hundert": 100]
    for (value, word) in small.enumerated() { cardinals[word] = Double(value) }
    for (index, ten) in tens.enumerated() {
      cardinals[ten] = Double(index * 10 + 20)
      for unit in 1...9 {
        let before = unit == 1 ? "ein" : small[unit]
        cardinals[before + "und" + ten] = Double(index * 10 + 20 + unit)
      }
    }
    for (word, value) in cardinals where value >= 2 && value < 100 && !word.hasSuffix("mal") && word != "dutzend" {
      if value < 10 { cardinals[word + "hundert"] = value * 100 }
      cardinals[word + "tausend"] = value * 1000
    }
    // "zweihundertfünfzig", "dreitausendfünfhundert"
    let hundreds = cardinals.filter { $0.key.hasSuffix("hundert") }.merging(["einhundert": 100, "hundert": 100]) { $1 }
    let smaller = cardinals.filter {
      $0.value >= 1 && $0.value < 100 && !$0.key.hasSuffix("mal") && $0.key != "dutzend"
    }
    for (hundred, value) in hundreds {
      cardinals[hundred] = value
      for (word, rest) in smaller { cardinals[hundred + word] = value + rest }
    }
    for (word, value) in smaller.merging(["ein": 1], uniquingKeysWith: { $1 }) where value < 10 {
      cardinals[word + "tausend"] = value * 1000
      for (hundred, rest) in hundreds { cardinals[word + "tausend" + hundred] = value * 1000 + rest }
    }
    var ordinals: [String: Double] = [:]
    let stems = list("erst zweit dritt viert funft sechst siebt acht neunt zehnt")
    for (index, stem) in stems.enumerated() {
      for ending in ["e", "en", "er", "es", "em"] { ordinals[stem + ending] = Double(index + 1) }
    }
    return NumberWords(cardinals, ordinals)
  }

  private static func french() -> NumberWords {
    let small = list("zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize")
    var cardinals: [String: Double] = [
      "cent": 100, "mille": 1000, "dix sept": 17, "dix huit": 18, "dix neuf": 19, "une": 1,
    ]
    for (value, word) in small.enumerated() { cardinals[word] = Double(value) }
    let teens = small + ["dix sept", "dix huit", "dix neuf"]
    for (base, word, limit) in [
      (20, "vingt", 9), (30, "trente", 9), (40, "quarante", 9), (50, "cinquante", 9), (60, "soixante", 19),
      (80, "quatre vingt", 19), (70, "septante", 9), (90, "nonante", 9),
    ] {
      cardinals[word] = Double(base)
      for unit in 1...limit {
        cardinals[word + " " + teens[unit]] = Double(base + unit)
        cardinals[word + " et " + teens[unit]] = Double(base + unit)
      }
    }
    cardinals["quatre vingts"] = 80
    cardinals["douzaine"] = 12
    let ordinals: [String: Double] = [
      "premier": 1, "premiere": 1, "premiers": 1, "premieres": 1, "deuxieme": 2, "seconde": 2, "troisieme": 3,
      "quatrieme": 4, "cinquieme": 5, "sixieme": 6, "septieme": 7, "huitieme": 8, "neuvieme": 9, "dixieme": 10,
    ]
    return NumberWords(cardinals, ordinals)
  }

  private static func spanish() -> NumberWords {
    let small = list(
      "cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve"
    )
    var cardinals: [String: Double] = ["cien": 100, "un": 1, "una": 1, "docena": 12, "mil": 1000]
    for (value, word) in small.enumerated() { cardinals[word] = Double(value) }
    for (index, ten) in list("treinta cuarenta cincuenta sesenta setenta ochenta noventa").enumerated() {
      cardinals[ten] = Double(index * 10 + 30)
      for unit in 1...9 { cardinals[ten + " y " + small[unit]] = Double(index * 10 + 30 + unit) }
    }
    for (index, word) in list(
      "doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos"
    ).enumerated() {
      cardinals[word] = Double(index * 100 + 200)
      cardinals[word.dropLast(2) + "as"] = Double(index * 100 + 200)
    }
    cardinals["ciento"] = 100
    let ordinals: [String: Double] = [
      "primer": 1, "primero": 1, "primera": 1, "primeros": 1, "segundo": 2, "segunda": 2, "tercer": 3, "tercero": 3,
      "tercera": 3, "cuarto": 4, "cuarta": 4, "quinto": 5, "quinta": 5,
    ]
    return NumberWords(cardinals, ordinals)
  }

  private static func italian() -> NumberWords {
    let small = list(
      "zero uno due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici sedici diciassette diciotto diciannove"
    )
    var cardinals: [String: Double] = ["cento": 100, "mille": 1000, "dozzina": 12, "un": 1, "una": 1]
    for (value, word) in small.enumerated() { cardinals[word] = Double(value) }
    for (index, ten) in list("venti trenta quaranta cinquanta sessanta settanta ottanta novanta").enumerated() {
      cardinals[ten] = Double(index * 10 + 20)
      for unit in 1...9 {
        let stem = unit == 1 || unit == 8 ? String(ten.dropLast()) : ten
        cardinals[stem + small[unit]] = Double(index * 10 + 20 + unit)
      }
    }
    for (word, value) in cardinals where value >= 2 && value < 10 {
      cardinals[word + "cento"] = value * 100
      cardinals[word + "mila"] = value * 1000
    }
    for (hundred, hundreds) in cardinals where hundred.hasSuffix("cento") && hundreds < 1000 {
      for (word, value) in cardinals where value >= 1 && value < 100 && word != "dozzina" {
        cardinals[hundred + word] = hundreds + value
      }
    }
    let ordinals: [String: Double] = [
      "primo": 1, "prima": 1, "secondo": 2, "seconda": 2, "terzo": 3, "terza": 3, "quarto": 4, "quarta": 4, "quinto": 5,
      "quinta": 5,
    ]
    return NumberWords(cardinals, ordinals)
  }

  private static func portuguese() -> NumberWords {
    let small = list(
      "zero um dois tres quatro cinco seis sete oito nove dez onze doze treze quatorze quinze dezesseis dezessete dezoito dezenove"
    )
    var cardinals: [String: Double] = [
      "cem": 100, "uma": 1, "duas": 2, "duzia": 12, "mil": 1000, "catorze": 14, "dezasseis": 16, "dezassete": 17,
    ]
    for (value, word) in small.enumerated() { cardinals[word] = Double(value) }
    for (index, ten) in list("vinte trinta quarenta cinquenta sessenta setenta oitenta noventa").enumerated() {
      cardinals[ten] = Double(index * 10 + 20)
      for unit in 1...9 { cardinals[ten + " e " + small[unit]] = Double(index * 10 + 20 + unit) }
    }
    for (index, word) in list("duzentos trezentos quatrocentos quinhentos seiscentos setecentos oitocentos novecentos")
      .enumerated()
    {
      cardinals[word] = Double(index * 100 + 200)
      cardinals[word.dropLast(2) + "as"] = Double(index * 100 + 200)
    }
    cardinals["cento"] = 100
    let ordinals: [String: Double] = [
      "primeiro": 1, "primeira": 1, "segundo": 2, "segunda": 2, "terceiro": 3, "terceira": 3, "quarto": 4, "quarta": 4,
      "quinto": 5, "quinta": 5,
    ]
    return NumberWords(cardinals, ordinals)
  }
}
