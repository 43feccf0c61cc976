/// How a database reads SQL text: what quotes, what comments and what escapes.
public struct SQLDialect: Sendable, Hashable {
  enum Comment: Sendable, Hashable {
    case nested
    case flat
  }

  /// What messages call it; nil where a text has to be fine as each of the others reads it.
  let name: String?
  /// Whether a backslash in a string escapes what follows.
  var hasBackslashEscapes = false
  /// Whether `#` begins a comment, and `--` only with white space behind it.
  var hasHashComments = false
  var hasDollarQuotes = false
  var hasBackticks = false
  /// Whether `[…]` is a name in quotes.
  var hasBracketNames = false
  /// Whether a doubled bracket stands for one in such a name.
  var hasDoubledBrackets = false
  var comment = Comment.flat
  /// Whether statements may follow one another with nothing between them.
  var hasBareBatches = false

  /// The text has to be fine however PostgreSQL, MySQL, SQLite and SQL Server read it, as a quote for one of them is code
  /// for another. Dollar quotes, backslashes in strings and `#` often need a dialect to be named.
  public static let any = SQLDialect(name: nil)
  /// PostgreSQL: `$$…$$`, `E'…'`, nested comments.
  public static let postgreSQL = SQLDialect(name: "PostgreSQL", hasDollarQuotes: true, comment: .nested)
  /// MySQL and MariaDB in their default mode: backticks, backslash escapes, `#` comments.
  public static let mySQL = SQLDialect(
    name: "MySQL", hasBackslashEscapes: true, hasHashComments: true, hasBackticks: true)
  /// SQLite: names in backticks and in brackets.
  public static let sqlite = SQLDialect(name: "SQLite", hasBackticks: true, hasBracketNames: true)
  /// Microsoft SQL Server (T-SQL): names in brackets, nested comments, no semicolon needed between statements.
  public static let sqlServer = SQLDialect(
    name: "SQL Server", hasBracketNames: true, hasDoubledBrackets: true, comment: .nested, hasBareBatches: true)

  /// The dialects that a text is read in.
  var readings: [SQLDialect] { name == nil ? [.postgreSQL, .mySQL, .sqlite, .sqlServer] : [self] }
}
