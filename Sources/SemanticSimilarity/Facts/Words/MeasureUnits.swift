/// Units and currencies, their names in six languages and how they convert.
enum MeasureUnits {
  /// What a unit measures; quantities of one dimension convert.
  struct Unit: Sendable, Hashable {
    /// "time", "length", "money USD".
    let dimension: String
    /// How many of the base unit one of this unit is.
    let factor: Double
    /// What is added after multiplying: only temperatures have one.
    var offset: Double = 0
    /// How far equal quantities may lie apart when both are of this dimension and of different units, as a share.
    var tolerance: Double = 0.015
  }

  /// The units of a name, without accents and in lower case. More than one where the name is ambiguous.
  static let units: [String: [Unit]] = {
    var table: [String: [Unit]] = [:]
    func add(_ names: String, _ dimension: String, _ factor: Double, offset: Double = 0, tolerance: Double = 0.015) {
      let unit = Unit(dimension: dimension, factor: factor, offset: offset, tolerance: tolerance)
      for name in names.split(separator: " ") { table[String(name), default: []].append(unit) }
    }
    add("ms millisecond milliseconds millisekunde millisekunden", "time", 0.001)
    add("s sec secs second seconds sekunde sekunden sek seconde secondes segundo segundos secondo secondi", "time", 1)
    add("min mins minute minutes minuten minuto minutos minuti", "time", 60)
    add("h hr hrs hour hours stunde stunden std heure heures hora horas ora ore", "time", 3600)
    add("day days tag tage tagen jour jours dia dias giorno giorni night nights", "time", 86_400, tolerance: 0.02)
    add("week weeks woche wochen semaine semaines semana semanas settimana settimane", "time", 604_800, tolerance: 0.02)
    add("fortnight fortnights", "time", 1_209_600, tolerance: 0.02)
    add("month months monat monate monaten mois mes meses mese mesi", "time", 2_629_800, tolerance: 0.02)
    add("quarter quarters quartal quartale quartalen", "time", 7_889_400, tolerance: 0.02)
    add(
      "year years yr yrs jahr jahre jahren an ans annee annees ano anos anno anni", "time", 31_557_600, tolerance: 0.02)
    add(
      "decade decades jahrzehnt jahrzehnte jahrzehnten decennie decennies decada decadas decennio decenni", "time",
      315_576_000)
    add(
      "century centuries jahrhundert jahrhunderte siecle siecles siglo siglos secolo secoli seculo seculos", "time",
      3_155_760_000)
    add("mm millimeter millimeters millimetre millimetres milimetro milimetros", "length", 0.001)
    add(
      "cm centimeter centimeters centimetre centimetres zentimeter zentimetern centimetro centimetros centimetri",
      "length", 0.01)
    add("m meter meters metre metres metern metro metros metri", "length", 1)
    add(
      "km kilometer kilometers kilometre kilometres kilometern kilometro kilometros chilometro chilometri quilometro quilometros",
      "length", 1000)
    add("inch inches zoll pouce pouces pulgada pulgadas pollice pollici polegada polegadas", "length", 0.0254)
    add("ft foot feet fuss pied pieds pie pies piede piedi", "length", 0.3048)
    add("yd yard yards yarda yardas", "length", 0.9144)
    add("mi mile miles meile meilen mille milla millas miglio miglia milha milhas", "length", 1609.344)
    add("mg milligram milligrams milligramm milligrammes miligramos", "mass", 0.000_001)
    add("g gram grams gramm gramme grammes gramo gramos grammo grammi grama gramas", "mass", 0.001)
    add(
      "kg kilo kilos kilogram kilograms kilogramm kilogramme kilogrammes kilogramo kilogramos chilo chili chilogrammi quilo quilos",
      "mass", 1)
    add("t ton tons tonne tonnes tonnen tonelada toneladas tonnellata tonnellate", "mass", 1000, tolerance: 0.11)
    add("oz ounce ounces unze unzen once onces onza onzas", "mass", 0.028_349_5)
    add("lb lbs pound pounds pfund livre livres libra libras libbra libbre", "mass", 0.453_592)
    add("ml milliliter milliliters millilitre millilitres mililitros", "volume", 0.001)
    add("cl centiliter centilitre", "volume", 0.01)
    add("l liter liters litre litres litern litro litros litri", "volume", 1)
    add("gallon gallons gal gallonen galon galones", "volume", 3.785_41, tolerance: 0.21)
    add("pint pints", "volume", 0.473_176, tolerance: 0.21)
    add("cup cups", "volume", 0.24, tolerance: 0.05)
    add("byte bytes", "data", 1)
    add("kb kilobyte kilobytes kib", "data", 1e3, tolerance: 0.03)
    add("mb megabyte megabytes mib", "data", 1e6, tolerance: 0.03)
    add("gb gigabyte gigabytes gib", "data", 1e9, tolerance: 0.03)
    add("tb terabyte terabytes tib", "data", 1e12, tolerance: 0.03)
    add("mbps mbit mbits", "rate", 1e6)
    add("gbps gbit gbits", "rate", 1e9)
    add("mph", "speed", 1.609_344)
    add("kmh kph", "speed", 1)
    add("w watt watts", "power", 1)
    add("kw kilowatt kilowatts", "power", 1000)
    add("kwh", "energy", 1)
    add("wh", "energy", 0.001)
    add("hz hertz", "frequency", 1)
    add("khz", "frequency", 1e3)
    add("mhz", "frequency", 1e6)
    add("ghz", "frequency", 1e9)
    add("px pixel pixels", "pixel", 1)
    add("hectare hectares ha hektar hectarea hectareas ettari", "area", 10_000)
    add("acre acres", "area", 4046.86)
    add("kcal calories", "calories", 1)
    add("celsius c", "temperature", 1)
    add("fahrenheit f", "temperature", 5.0 / 9, offset: -32 * 5.0 / 9)
    return table
  }()

  /// Names that are words of their own and measure only when nothing parts them from the number.
  static let onlyAttached = FactWords.set("s c f w t an once mille pie pies gal mi")

  /// Currencies by sign, code and name. A word for several, such as "pounds", names the commonest.
  static let currencies: [String: String] = {
    var table: [String: String] = [:]
    for line in [
      "USD $ us$ usd dollar dollars dolar dolares dollari bucks", "EUR € eur euro euros",
      "GBP £ gbp pound pounds sterling pfund livre livres libra libras sterlina sterline",
      "JPY ¥ jpy yen yenes", "INR ₹ inr rupee rupees rupien roupies rupias",
      "CHF chf franken francs franc franco francos franchi sfr",
      "CNY cny rmb yuan", "RUB rub ₽ rouble roubles ruble rubles rubel", "KRW ₩ krw won",
      "BRL r$ brl real reais reales",
      "MXN mxn peso pesos", "CAD cad c$", "AUD aud a$", "SEK sek kronor krona", "NOK nok", "DKK dkk", "PLN pln zloty",
      "DEM mark dm",
    ] {
      let words = line.split(separator: " ").map(String.init)
      for word in words.dropFirst() { table[word] = words[0] }
    }
    return table
  }()

  /// Words for the hundredth of a currency.
  static let cents = FactWords.set("cent cents ct centimes centime centimos centimo centesimi centavos pence")

  /// Words that multiply a number before them.
  static let multipliers: [String: Double] = {
    var table: [String: Double] = [:]
    func add(_ names: String, _ factor: Double) {
      for name in names.split(separator: " ") { table[String(name)] = factor }
    }
    add("hundred hundreds hundert cent cents ciento cientos cento", 100)
    add("k thousand thousands tausend mille mil mila", 1000)
    add("million millions mio mn millionen millon millones milione milioni milhao milhoes", 1e6)
    add("billion billions bn mrd milliarde milliarden milliard milliards miliardo miliardi bilhao bilhoes", 1e9)
    add("trillion trillions billionen billones bilioni trilhoes", 1e12)
    return table
  }()

  /// Words that may stand between a number and its unit.
  static let between = FactWords.set(
    "full whole calendar consecutive additional further more entire volle ganze weitere square quadrat business working werk us american canadian"
  )
}
