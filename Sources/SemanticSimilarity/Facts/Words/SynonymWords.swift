/// Common words that mean the same in most places, so that one for the other is no change worth a thought.
enum SynonymWords {
  /// Whether two words, or their stems, stand in one line.
  static func areSynonyms(_ a: FactToken, _ b: FactToken, in language: FactLanguage) -> Bool {
    guard let table = tables[language.code] else { return false }
    let first = (table[a.text] ?? []).union(table[a.stem] ?? [])
    guard !first.isEmpty else { return false }
    return !first.isDisjoint(with: (table[b.text] ?? []).union(table[b.stem] ?? []))
  }

  private static let tables: [String: [String: Set<Int>]] = [
    "en": table(english), "de": table(german), "fr": table(french), "es": table(spanish), "it": table(italian),
    "pt": table(portuguese),
  ]

  private static func table(_ lines: String) -> [String: Set<Int>] {
    var table: [String: Set<Int>] = [:]
    for (line, words) in lines.split(separator: "\n").enumerated() {
      for word in words.split(separator: " ") {
        table[String(word), default: []].insert(line)
        table[FactTokenizer.stem(String(word)), default: []].insert(line)
      }
    }
    return table
  }

  private static let english = """
    anyone everyone anybody everybody all
    lack absence
    after following
    before prior
    young little small
    approximately approx roughly about around
    professor prof
    mister mr
    hours hrs
    minutes mins
    however nevertheless nonetheless but yet still though
    begin began begun start commence
    end finish conclude stop complete
    regarding about concerning
    big large huge
    small little tiny
    film movie picture
    picture photo photograph image
    buy bought purchase get got
    child children kid kids
    kid boy girl youngster
    help assist aid support
    sofa couch
    also too additionally
    show shows display demonstrate reveal present
    worker employee staff
    company firm business corporation enterprise
    pupil student
    get obtain receive gain acquire
    quick fast rapid swift
    quickly rapidly fast swiftly
    road street path
    rock stone
    beach shore
    ocean sea
    forest woods
    car automobile vehicle
    bike bicycle motorcycle
    plane airplane aircraft jet
    boat ship vessel
    house home
    shop store
    talk speak chat
    say said state stated tell told announce declare
    near close nearby
    almost nearly
    enough sufficient
    need require
    important significant crucial essential
    difficult hard tough
    easy simple
    happy glad pleased
    sad unhappy
    angry mad
    smart clever intelligent
    attempt try tried
    choose select pick chose
    allow permit let enable
    ask request
    answer reply respond
    build construct make made
    create make made produce
    fix repair
    keep retain maintain
    whole entire full complete
    many numerous
    several some various
    currently now presently
    often frequently regularly
    maybe perhaps possibly
    because since as
    while whereas
    until till
    via through
    jump leap hop
    run ran race jog
    walk stroll
    throw toss
    hit strike
    fall drop
    look watch view gaze
    see saw view
    eat chew consume
    cut slice chop
    sleep nap asleep
    sit seat
    hold carry
    put place set lay
    man guy person gentleman
    woman lady person
    person someone somebody individual
    people persons folks
    job work
    money cash
    price cost fee
    customer client
    gift present
    garbage trash rubbish
    ill sick
    correct right
    wrong incorrect
    rich wealthy
    broad wide
    thin slim slender
    tall high
    shout yell
    cry weep
    error mistake
    goal aim objective
    problem issue
    part piece portion
    type kind sort
    way manner method
    idea notion
    area region zone
    country nation
    law legislation
    lawyer attorney
    doctor physician
    police officer policeman
    soldier troop
    kill murder slay
    war conflict
    attack assault
    protest demonstrate demonstration
    vote election poll
    win victory
    decrease reduce decline drop fall
    increase rise grow climb
    continue remain keep stay
    change modify alter
    send ship deliver mail
    delivery shipping shipment
    parcel package
    phone telephone call
    email mail
    website site page
    login sign log
    cancel terminate
    refund reimburse
    return back
    available possible
    mandatory required compulsory obligatory
    optional voluntary
    free complimentary gratis
    cheap inexpensive affordable
    expensive costly
    fall autumn
    couple two
    grass lawn field
    track racetrack
    water pool lake
    snow ice
    bounce bouncing
    dance perform
    play perform
    wear dress
    large enormous
    centre center middle
    near beside next
    on atop
    in inside within into
    over above across
    by near beside
    to towards toward
    at in on
    around round
    """

  private static let german = """
    jedoch allerdings aber dennoch trotzdem
    beispielsweise etwa
    etwa ungefahr circa rund
    oft haufig
    auch ebenfalls ebenso
    bekommen erhalten kriegen bekommt erhalt
    viele zahlreiche
    beginnen anfangen starten beginnt startet
    wegen aufgrund
    nur lediglich bloss
    sofort unverzuglich gleich
    auto wagen fahrzeug
    gross riesig
    klein winzig
    schnell rasch
    bild foto
    kind junge madchen
    mann person
    frau person dame
    personen menschen leute
    sprechen reden spricht redet
    kaufen erwerben
    senden schicken sendet schickt
    telefon handy
    geschaft laden
    strasse weg
    strand ufer
    moglich machbar
    kostenlos gratis umsonst
    ruckgabe rucksendung retoure
    lieferung versand zustellung
    paket sendung
    firma unternehmen betrieb
    mitarbeiter angestellte beschaftigte
    hund welpe
    lauft rennt
    in im auf an am
    jetzt nun derzeit aktuell
    """

  private static let french = """
    cependant toutefois pourtant neanmoins mais
    environ approximativement
    souvent frequemment
    aussi egalement
    commencer debuter commence debute
    plusieurs nombreux
    maintenant actuellement
    afin pour
    voiture auto automobile
    image photo
    enfant gamin
    personne homme femme
    gens personnes
    acheter acquerir
    envoyer expedier
    magasin boutique
    rue route chemin
    plage rive
    possible envisageable
    gratuit offert
    livraison envoi expedition
    colis paquet
    entreprise societe compagnie firme
    employe salarie
    rapide vite
    grand gros
    petit minuscule
    dans en a sur
    parler discuter
    """

  private static let spanish = """
    embargo obstante pero
    aproximadamente alrededor
    tambien asimismo igualmente
    empezar comenzar iniciar empieza comienza
    muchos numerosos varios
    solo solamente unicamente
    ahora actualmente
    coche carro auto automovil
    imagen foto fotografia
    nino chico
    persona hombre mujer
    gente personas
    comprar adquirir
    enviar mandar
    tienda comercio
    calle carretera camino
    playa orilla
    gratis gratuito
    envio entrega
    paquete bulto
    empresa compania firma
    empleado trabajador
    rapido veloz
    grande enorme
    pequeno diminuto
    en sobre a
    hablar conversar charlar
    """

  private static let italian = """
    tuttavia comunque pero ma
    anche pure
    spesso frequentemente
    circa quasi
    auto macchina automobile
    bambino ragazzo
    negozio bottega
    azienda ditta societa impresa
    consegna spedizione
    iniziare cominciare
    comprare acquistare
    """

  private static let portuguese = """
    entanto contudo porem mas
    tambem igualmente
    frequentemente
    carro automovel
    loja comercio
    empresa companhia firma
    entrega envio
    comecar iniciar
    comprar adquirir
    """
}
