/// One SQL text as a dialect reads it, looked through for what it must not hold.
struct SQLStatement {
  struct Fault {
    let offset: Int
    let message: String
  }

  private static let heads: Set<String> = [
    "SELECT", "WITH", "VALUES", "TABLE", "EXPLAIN", "SHOW", "DESCRIBE", "DESC", "PRAGMA",
  ]
  private static let changing: Set<String> = [
    "INSERT", "UPDATE", "DELETE", "MERGE", "DROP", "ALTER", "CREATE", "TRUNCATE", "GRANT", "REVOKE", "EXEC", "EXECUTE",
    "INTO",
  ]
  /// What begins a statement in SQL Server wherever it stands.
  private static let changingInBatches: Set<String> = [
    "BACKUP", "RESTORE", "SHUTDOWN", "KILL", "DBCC", "DENY", "WAITFOR", "RECONFIGURE", "SET", "USE", "DECLARE", "BEGIN",
    "COMMIT", "ROLLBACK", "UPDLOCK", "XLOCK", "TABLOCKX", "BULK", "WRITETEXT", "UPDATETEXT", "SETUSER", "REVERT",
  ]
  private static let tellingPragmas: Set<String> = [
    "TABLE_INFO", "TABLE_XINFO", "TABLE_LIST", "INDEX_LIST", "INDEX_INFO", "INDEX_XINFO", "FOREIGN_KEY_LIST",
    "FOREIGN_KEY_CHECK", "INTEGRITY_CHECK", "QUICK_CHECK",
  ]
  private static let plainPragmas: Set<String> = [
    "DATABASE_LIST", "COLLATION_LIST", "FUNCTION_LIST", "MODULE_LIST", "PRAGMA_LIST", "COMPILE_OPTIONS", "USER_VERSION",
    "SCHEMA_VERSION", "APPLICATION_ID", "DATA_VERSION", "ENCODING", "PAGE_COUNT", "PAGE_SIZE", "FREELIST_COUNT",
    "FOREIGN_KEYS", "JOURNAL_MODE",
  ]
  /// Longer than any key word.
  private static let longestKeyword = 20

  private let bytes: [UInt8]
  private let dialect: SQLDialect
  private var tokens: ArraySlice<SQLTokens.Token>
  private(set) var faults: [Fault] = []

  init(_ places: TextPlaces, _ range: Range<Int>, _ dialect: SQLDialect, _ policy: SQLPolicy) {
    bytes = places.bytes
    self.dialect = dialect
    let all = SQLTokens(places.bytes, range, dialect)
    tokens = all.tokens[...]
    if let fault = all.fault {
      faults = [Fault(offset: fault.offset, message: fault.message)]
      return
    }
    checkBalance(places)
    keepFirstStatement()
    guard let first = tokens.first else {
      faults.append(Fault(offset: range.lowerBound, message: "expected an SQL statement, got none"))
      return
    }
    if policy.isReadOnly {
      checkWords(from: checkHead())
    } else {
      let start = tokens.first { $0.kind != .sign(UInt8(ascii: "(")) } ?? first
      if start.kind != .word { add(start, "expected an SQL statement, got \(text(start).quotedInBrief)") }
    }
  }

  private func text(_ token: SQLTokens.Token) -> String { String(decoding: bytes[token.range], as: UTF8.self) }

  private func keyword(_ token: SQLTokens.Token?) -> String? {
    guard let token, token.kind == .word, token.range.count <= Self.longestKeyword else { return nil }
    return text(token).uppercased()
  }

  private mutating func add(_ token: SQLTokens.Token, _ message: String) {
    faults.append(Fault(offset: token.range.lowerBound, message: message))
  }

  private mutating func checkBalance(_ places: TextPlaces) {
    var open: [SQLTokens.Token] = []
    for token in tokens {
      guard case .sign(let sign) = token.kind else { continue }
      switch sign {
      case UInt8(ascii: "("), UInt8(ascii: "["): open.append(token)
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        guard let opener = open.popLast() else {
          add(token, "\"\(text(token))\" closes nothing")
          return
        }
        if (text(opener) == "(") == (sign == UInt8(ascii: ")")) { continue }
        add(token, "\"\(text(token))\" closes \"\(text(opener))\" of \(places.place(of: opener.range.lowerBound))")
        return
      default: break
      }
    }
    if let last = open.last { add(last, "\"\(text(last))\" is not closed") }
  }

  /// Drops what stands behind the first statement, and says so where that is one.
  private mutating func keepFirstStatement() {
    let semicolon = SQLTokens.Kind.sign(UInt8(ascii: ";"))
    guard let end = tokens.firstIndex(where: { $0.kind == semicolon }) else { return }
    if let next = tokens[end...].first(where: { $0.kind != semicolon }) {
      add(next, "expected one statement, a second one begins with \(text(next).quotedInBrief)")
    }
    tokens = tokens[..<end]
  }

  /// Checks the statement's first word, and returns the place of what follows it.
  private mutating func checkHead() -> Int {
    let place = tokens.firstIndex { $0.kind != .sign(UInt8(ascii: "(")) } ?? tokens.startIndex
    let head = tokens[place]
    if let word = keyword(head), Self.heads.contains(word) {
      if word == "PRAGMA" { checkPragma(at: place) }
      if word == "WITH", !hasMainQuery(behind: place) { add(head, "\"WITH\" has no SELECT behind its queries") }
    } else {
      add(head, "expected a statement that only reads, such as SELECT, got \(text(head).quotedInBrief)")
    }
    return place + 1
  }

  private func hasMainQuery(behind head: Int) -> Bool {
    var depth = 0
    for index in (head + 1)..<tokens.endIndex {
      switch tokens[index].kind {
      case .sign(UInt8(ascii: "(")): depth += 1
      case .sign(UInt8(ascii: ")")): depth -= 1
      default: break
      }
      guard let word = keyword(tokens[index]) else { continue }
      // A statement that changes data is reported as such.
      guard word == "SELECT" || word == "VALUES" || word == "TABLE" || Self.changing.contains(word) else { continue }
      let isInParentheses =
        tokens[index - 1].kind == .sign(UInt8(ascii: "(")) && tokens[index - 2].kind == .sign(UInt8(ascii: ")"))
      if depth <= 0 || isInParentheses { return true }
    }
    return false
  }

  private mutating func checkPragma(at place: Int) {
    var rest = tokens[(place + 1)...]
    if rest.dropFirst().first?.kind == .sign(UInt8(ascii: ".")) { rest = rest.dropFirst(2) }
    let name = keyword(rest.first) ?? ""
    let takesArgument = Self.tellingPragmas.contains(name)
    let isCall = rest.dropFirst().first?.kind == .sign(UInt8(ascii: "("))
    if takesArgument, rest.count == 1 || isCall { return }
    if Self.plainPragmas.contains(name), rest.count == 1 { return }
    add(tokens[place], "expected a PRAGMA that only tells, got \(rest.first.map { text($0).quotedInBrief } ?? "none")")
  }

  private mutating func checkWords(from start: Int) {
    for index in start..<tokens.endIndex {
      let token = tokens[index]
      guard let word = keyword(token) else { continue }
      let previous = tokens[index - 1]
      // A name behind a point or `AS` is one, whatever it is called.
      if previous.kind == .sign(UInt8(ascii: ".")) || keyword(previous) == "AS" { continue }
      let next = index + 1 < tokens.endIndex ? tokens[index + 1] : nil
      if let message = fault(of: word, previous: keyword(previous), next: next) { add(token, message) }
    }
  }

  private func fault(of word: String, previous: String?, next: SQLTokens.Token?) -> String? {
    let isCall = next?.kind == .sign(UInt8(ascii: "("))
    switch word {
    case "UPDATE" where previous == "FOR" || previous == "KEY": return "\"FOR UPDATE\" locks rows"
    case "SHARE" where previous == "FOR" || previous == "KEY": return "\"FOR SHARE\" locks rows"
    case "LOCK" where keyword(next) == "IN": return "\"LOCK IN\" locks rows"
    case "INTO": return "\"INTO\" writes what is selected"
    case "INSERT" where isCall, "TRUNCATE" where isCall: return nil
    case "MERGE" where keyword(next) == "JOIN" || keyword(next) == "UNION": return nil
    case "USE" where keyword(next) == "INDEX" || keyword(next) == "KEY": return nil
    default: break
    }
    let isChanging = Self.changing.contains(word) || dialect.hasBareBatches && Self.changingInBatches.contains(word)
    return isChanging ? "\"\(word)\" changes something, expected a statement that only reads" : nil
  }
}
