/// What is known of names in English text.
enum NameWords {
  /// Names that count even at the head of a sentence, where every word has a capital.
  static let known = FactWords.set(
    "james mary john robert michael william david richard joseph thomas charles susan jennifer linda elizabeth barbara sarah karen nancy daniel matthew anthony mark steven paul andrew george kenneth peter anna maria emma olivia sophia laura julia alice bob eve carol frank henry jack kate lisa tom anne emily philip george charles jeff jeffrey edward ronald timothy jessica amanda melissa stephanie rebecca sharon cynthia kathleen amy angela nicole samuel benjamin gregory greg alexander alex patrick raymond dennis jerry tyler aaron jose nathan douglas zachary walter kyle harold carl arthur roger keith jeremy terry lawrence sean christian albert joe ethan austin jesse bryan billy bruce ralph roy louis eugene russell randy vincent bobby victor harry fred donald donna michelle carolyn janet catherine heather marie joyce victoria kelly lauren christina joan evelyn judith megan andrea cheryl hannah jacqueline martha gloria teresa ann sara madison kathryn janice jean abigail alice judy grace denise amber doris marilyn danielle beverly isabella theresa natalie brittany charlotte diane lori kayla alexis pierre hans klaus jurgen wolfgang stefan thomas juan carlos luis javier miguel pedro pablo lucia carmen sofia giovanni marco paolo luca giulia francesca joao tiago rui ines koln hamburg munchen frankfurt hannover stuttgart dresden leipzig bremen londres marseille lyon barcelona sevilla valencia milano roma napoli torino porto lisboa paris zurich geneva brussels amsterdam copenhagen stockholm oslo helsinki warsaw prague budapest athens istanbul cairo deutschland frankreich italien spanien polen russland turkei osterreich schweiz europa afrika asien amerika russie allemagne espagne italie turquie alemania francia italia rusia turquia mumbai seattle denver dallas houston miami atlanta philadelphia phoenix detroit lucas martin simon adam ben chris eric kevin brian jason helen ruth diana rachel africa america asia europe australia china japan india russia germany france spain italy portugal britain england scotland ireland wales canada mexico brazil argentina chile peru egypt iran iraq israel syria turkey greece poland ukraine sweden norway denmark finland netherlands belgium austria switzerland hungary pakistan afghanistan korea vietnam thailand indonesia nigeria kenya london paris berlin rome madrid lisbon vienna moscow beijing tokyo delhi washington york chicago boston texas california florida google microsoft apple amazon facebook samsung sony ibm intel paypal visa mastercard klarna dhl ups fedex stripe"
  )

  /// Words written with a capital that name nothing to check.
  static let plain = FactWords.set(
    "i ok faq note yes hello hi dear thanks thank please sorry customer support team kind regards best sincerely english french german spanish italian portuguese internet pdf url id am pm bc ad ce bce uhr usd eur gbp tv"
  )

  /// Words that often stand at the head of a sentence and name nothing.
  static let starters = FactWords.set(
    "after before following since until during while although though because despite unlike like regarding concerning according today yesterday tomorrow now later then finally eventually currently never always every each many several some most few all both either neither another other such new old young big large small former late once upon under over through within without against among between beyond given based using when whenever where wherever why what who good great first second third last next two three four five six seven eight nine ten however nevertheless nonetheless moreover furthermore meanwhile therefore thus hence instead besides still yet also even only just perhaps maybe here there our your their his her its apres avant depuis pendant selon malgre cependant toutefois aujourd aussi egalement ensuite puis ainsi mais car donc enfin hier demain tous toutes chaque plusieurs despues antes desde durante segun aunque tambien asimismo ademas sin cuando entonces luego solo igualmente mientras hoy ayer todos todas cada varios dopo prima durante secondo anche inoltre poi infine quando oggi ieri tutti ogni depois antes durante segundo tambem alem ainda entao quando hoje ontem todos cada"
  )

  /// Different names of one thing, a line each.
  static let aliases: [String: Int] = {
    var table: [String: Int] = [:]
    for (index, line) in [
      "us usa america states united unis etats estados unidos staaten vereinigten stati uniti eeuu ee uu eua",
      "uk britain", "eu union", "un nations", "holland netherlands", "ny york nyc", "bob robert", "bill william",
      "mike michael",
      "tom thomas", "dave david", "kate katherine", "nato alliance",
    ].enumerated() {
      for word in line.split(separator: " ") { table[String(word)] = index }
    }
    return table
  }()
}
