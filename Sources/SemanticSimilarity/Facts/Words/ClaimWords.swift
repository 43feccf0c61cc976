/// English words by which a clause grants, denies, charges or has something.
enum ClaimWords {
  /// One form for a verb, its irregular forms and the noun of it: "paid", "payment" and "pay".
  static func canonical(_ token: FactToken) -> String {
    forms[token.text] ?? forms[token.stem] ?? token.stem
  }

  /// The verb that a word is a form or the noun of, where it is known.
  static func verb(of token: FactToken) -> String? { forms[token.text] ?? forms[token.stem] }

  /// The form of a word in its place: "send back" and "take back" return, "money back" is a refund.
  static func canonical(at index: Int, in tokens: [FactToken]) -> String {
    let form = canonical(tokens[index])
    guard carrying.contains(form) else { return form }
    let after = tokens[(index + 1)..<max(index + 1, min(tokens.count, index + 4))].prefix { $0.kind != .sign }
    guard after.contains(where: { $0.text == "back" }) else { return form }
    return form == "money" ? "refund" : "return"
  }

  private static let carrying: Set<String> = ["take", "send", "bring", "money", "ship"]

  private static let forms: [String: String] = {
    var table: [String: String] = [:]
    for line in lines {
      let words = line.split(separator: " ").map(String.init)
      guard let first = words.first else { continue }
      for word in words { table[word] = first }
    }
    return table
  }()

  private static let lines = [
    "pay pays paid paying payment payments payable", "deliver delivery deliveries delivered delivering",
    "cancel cancels cancelled canceled cancelling cancellation cancellations",
    "call calls called calling phone phones telephone telephones phoned ring",
    "mail email emails mails e-mail e-mails", "buy buys bought buying purchase purchases purchased",
    "arrive arrival arrivals arrives arrived arriving", "register registration registrations registered registers",
    "book booking bookings booked books reservation reservations reserve reserved reserves",
    "refund refunds refunded refunding reimburse reimbursed reimbursement refundable",
    "leave leaves left leaving depart departs departed departure",
    "send sends sent sending", "ship ships shipped shipping shipment dispatch dispatched dispatches",
    "give gives gave given giving", "take takes took taken taking", "make makes made making",
    "begin begins began begun start starts started", "sell sells sold selling", "write writes wrote written",
    "build builds built", "choose chooses chose chosen choice", "lose loses lost", "go goes went gone going",
    "change changes changed exchange exchanges exchanged", "return returns returned returning",
    "extend extends extended extension extensions", "repair repairs repaired", "delete deletes deleted deletion",
    "renew renews renewed renewal", "upgrade upgrades upgraded", "transfer transfers transferred",
    "park parks parked parking", "smoke smokes smoking", "drive drives drove driven driving",
    "eat eats ate eaten eating", "drink drinks drank drunk drinking", "swim swims swam swimming",
    "run runs ran running", "fly flies flew flown flying", "close closes closed closing", "open opens opened opening",
    "fail fails failed failing",
  ]

  /// Permission and possibility, one class.
  static let grants = FactWords.set(
    "can could may able possible accept accepts accepted accepting allow allows allowed permit permits permitted welcome"
  )
  /// The grants that are the predicate themselves.
  static let grantingHeads = FactWords.set(
    "possible accept accepts accepted accepting allow allows allowed permit permits permitted welcome acceptable")
  /// Having and offering.
  static let havings = FactWords.set(
    "have has had get gets got receive receives offer offers offered provide provides provided include includes included contain contains come comes there give gives"
  )
  /// Charging and paying.
  static let costs = FactWords.set(
    "cost costs fee fees charge charges charged pay pays paid surcharge payable")

  /// Verbs that deny the verb or thing after them.
  static let denyingVerbs = FactWords.set(
    "avoid avoids avoided refuse refuses refused decline declines declined stop stops stopped forbid forbids forbidden prohibit prohibits prohibited ban bans banned refrain unable impossible fail fails failed lack lacks lacking"
  )
  /// The denying verbs that deny only with an infinitive or a gerund after them.
  static let needInfinitive = FactWords.set("fail fails failed stop stops stopped decline declines declined")

  /// Words that restrict a claim or say that something came to an end.
  static let endings = FactWords.set(
    "only dropped drop drops scrapped abolished removed discontinued ended disappears disappear unless")

  /// Subjects that deny what is said of them.
  static let nobodies = FactWords.set("nobody none nothing neither")

  /// Words that a denial and what it denies need not share.
  static let fillers = FactWords.set(
    "back through via using across among between against toward towards please sorry unfortunately however currently normally usually afraid again also anything something everything nothing nobody somebody anybody thing cent penny way ways moment time case cases kind sort like past used formerly previously customer customers user users people person team staff service services able allowed permitted possible accept accepts accepted accepting allow allows permit permits welcome cannot unable impossible not no never none neither nor without avoid refuse refuses refused decline declines declined stop stops stopped forbid forbids forbidden prohibit prohibits prohibited ban banned refrain extra additional additionally fully simply always yet still already anymore longer dear hello hi thanks thank regret fact though too instead well whatsoever"
  )

  /// Words that say under what bound or condition something holds.
  static let bounds = FactWords.set(
    "within after before until till from over under above below without only unless except if when once outside during since while whenever exceeding beyond least most more less longer later earlier first last next other others another instead"
  )

  /// Words before a clause that is no claim of its own.
  static let suppositions = FactWords.set("if unless when whenever once whether should")
  /// Words before a clause under which alone the rest of its sentence holds.
  static let conditions = FactWords.set("if when whenever once provided whether")

  /// Words by which a clause tells what somebody says or holds.
  static let reports = FactWords.set(
    "wrote said say says told asked ask mentioned thought think believe heard wrong true wonder wondering")

  /// Words after a cue with which it denies nothing of the matter.
  static let idle = FactWords.set(
    "problem worry worries hesitate doubt matter mind sure know need necessary required obliged must just only merely necessarily surprise wonder trouble later than further other"
  )

  /// Auxiliary verbs and their short forms.
  static let auxiliaries = FactWords.set(
    "is are am was were be been being can could may might will would shall should must do does did have has had ll ve s re m"
  )

  /// Words that make a passive of what follows.
  static let beings = FactWords.set("is are am was were be been being")

  /// Words that stand for what the clause before is about.
  static let pronouns = FactWords.set("they it these those them this that he she none neither both which who")
}
