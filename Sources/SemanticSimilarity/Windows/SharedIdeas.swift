import TextMetrics

/// Ideas that English says in many ways: "free of charge", "won't cost you a thing", "no fee".
///
/// They serve to tell what an answer speaks of, never whether it agrees: that is for the ``FactGuard`` to say. So words
/// stand together here that no list of synonyms would hold.
enum SharedIdeas {
  /// A line is an idea. `|` divides alternatives, `,` the ways to say it, `*` is up to three words.
  private static let ways = """
    free, gratis, complimentary, prepaid, nothing * deducted|charged|pay, \
    costs|cost|pay|pays|paid|charge|deduct nothing, \
    not * cost|costs|pay|charge|charged|deduct|deducted|cent|fee, \
    no|zero|without * cost|costs|fee|fees|charge|charges, \
    cover|covers|pay|pays * shipping|postage|costs|cost, waive|waived, on us, fee * disappears|dropped
    refuse|refused|refuses|reject|rejects|rejected|declined, not * accept|accepted|possible|allowed|permitted
    closed|close|shut, not open, nobody|off
    cost|costs|price|prices|fee|fees|charge|charges|charged
    pay|pays|paid|payment|payments|paying
    weekend|weekends, saturday|saturdays|sat * sunday|sundays|sun
    weekday|weekdays, monday|mon * friday|fri
    sorry|apologise|apologize|apologies|apology|regret|regrets, let * down
    disappoint|disappointed|disappointing|disappointment, let * down
    return|returns|returned|returning, send|sends|sent|sending|take|taken|taking|bring|brought * back, \
    give|gave|come|comes|hand|ship|mail|post|get * back
    refund|refunds|refunded|reimburse|reimbursed|reimbursement, money * back|again, paid|pay * back, amount * back
    deliver|delivers|delivered|delivery|deliveries|ship|ships|shipped|shipping|shipment
    arrive|arrives|arrived|arrival|reach|reaches, be|is|get|gets there, be|is * with you, come|comes in
    open|opens|opening|available|reachable, here|there for you
    call|phone|telephone|ring|calls
    contact|contacts, get in touch, write|writes to us, reach|reaches us, chat|email|mail|message
    exchange|exchanged|exchanges|swap|swapped|replace|replaced|replacement, new pair|one
    photo|photos|picture|pictures|image|images
    parcel|parcels|package|packages|box|boxes|packet
    shop|shops|store|stores
    shoe|shoes|sneaker|sneakers|trainer|trainers|footwear|pair
    customer|customers|client|clients|you|your
    staff|agent|agents|colleague|colleagues|employee|employees|representative|team|support, person, \
    human agent, real person
    delay|delays|delayed|late|overdue|wait|waiting, too long
    choose|choice|chosen|select|prefer, either * or
    buy|buys|bought|purchase|purchases|purchased
    send|sends|sent|sending
    wear|wears|worn|wore
    outdoor|outdoors|outside
    warranty|warranties|guarantee|guarantees|guaranteed
    last|lasts, come|comes with
    start|starts|begin|begins|began|starting, counted from, from the day
    extra|additional|another|excess|further
    information|info|details|know|knows|known|knowledge
    see|view|access
    change|changes|changed|modify|modified|alter|altered|amend
    cancel|cancels|cancelled|canceled|cancellation
    register|registers|registered|registration, sign|signed up
    register|registered
    bill|invoice|invoices|bills
    help|helps|assist|assistance|support
    let|allow|allows|allowed|permit|permitted
    need|needs|require|requires|required|necessary
    fast|faster|quick|quickly|rapid|soon|sooner
    big|large|bigger|larger|huge
    small|little|smaller|tiny
    car|cars|vehicle|vehicles
    flat|apartment|apartments|flats
    holiday|holidays|vacation|vacations|leave
    child|children|kid|kids
    film|films|movie|movies
    luggage|baggage|bag|bags|suitcase
    doctor|doctors|physician
    medicine|medication|drug|drugs|treatment
    company|firm|business|employer
    meeting|meetings|appointment|appointments
    use|used|uses|using|usage
    damaged|broken|defective|faulty|damage|defect|defects
    receipt, proof of purchase
    immediately|instantly, right|straight away, at once
    now|currently|presently, at the|this moment, at present
    reply|replies|answer|answers|respond|responds, get|gets back to you
    daily, every|each day, a|per day
    weekly, every|each week, a|per week
    monthly, every|each month, a|per month
    yearly|annually|annual, every|each year, a|per year
    abroad|international|internationally, other countries
    below|under, less|fewer than
    above|over, more than, or more, at least
    minimum, at least, no|not less than
    maximum, at most, up to, no|not more|longer|later than
    discount|reduction|reduced, percent off
    track|tracks|tracked|tracking|follow
    account|profile, sign|signed|log|logged in
    login, log|sign in
    address|addresses
    error|errors|mistake|mistakes
    fail|fails|failed|failure
    remove|removes|removed|delete|deletes|deleted
    keep|keeps|kept|retain
    begin|begins|beginning
    finish|finishes|finished|end|ends|ended
    journey|trip|travel
    meal|meals|food
    test|tests|testing|tested
    document|documents|papers
    wash|washed|washing
    request|requests|requested
    visit|visits|visited|visitor|visitors
    employ|employs|employed
    teach|teaches|taught|teacher
    sell|sells|sold|sale
    leave|leaves|left|leaving
    write|writes|wrote|written
    speak|speaks|spoke|spoken
    build|builds|built
    find|finds|found
    lose|loses|lost|loss
    know|knows|knew|known
    hold|holds|held
    break|breaks|broke
    """

  /// The idea of the first line.
  static let noCost = "#0"

  /// Whether an idea is one of denial: those of the second and third line.
  static func isDenial(_ idea: String) -> Bool { idea == "#1" || idea == "#2" }

  private struct Way {
    let pattern: WordPattern
    let idea: String
  }

  /// By the words that they begin with.
  private static let byBeginning: [String: [Way]] = {
    var found: [String: [Way]] = [:]
    for (index, line) in ways.split(separator: "\n").enumerated() {
      for way in line.split(separator: ",") {
        let pattern = WordPattern(way)
        for word in pattern.beginnings { found[word, default: []].append(Way(pattern: pattern, idea: "#\(index)")) }
      }
    }
    return found
  }()

  /// The ideas of some words, each with the places of the words that say it.
  static func ideas(in words: [String]) -> [(idea: String, places: [Int])] {
    words.indices.flatMap { place in
      (byBeginning[words[place]] ?? []).compactMap { way in
        way.pattern.match(in: words, at: place).map { (way.idea, $0) }
      }
    }
  }
}
