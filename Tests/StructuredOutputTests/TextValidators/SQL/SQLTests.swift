import StructuredOutput
import Testing

@Suite("SQL statements")
struct SQLTests {
  private func messages(_ text: String, _ policy: SQLPolicy = .readOnly, _ dialect: SQLDialect = .any) -> [String] {
    StructureValidator.sql(policy, dialect: dialect).violations(in: text).map(\.message)
  }

  @Test(
    "Lets one reading statement pass, whatever its strings, names and comments hold",
    arguments: [
      "SELECT * FROM orders WHERE id = 3;", "select 'it''s; DROP TABLE x' as \"delete; -- \"\"name\"",
      "-- DELETE FROM x;\nSELECT 1 /* ; DROP TABLE y */ -- end",
      "WITH a AS (SELECT 1), b(x) AS (SELECT 2) SELECT * FROM a, b",
      "(SELECT 1) UNION (SELECT 2)", "VALUES (1, 'a'), (2, 'b')", "EXPLAIN ANALYZE SELECT a::text FROM t",
      "SHOW TABLES", "DESCRIBE orders", "SELECT `delete` FROM `order` WHERE x = '`'",
      "SELECT [drop] FROM [order details]",
      "SELECT t.delete, 1 AS update, replace(a, 'b', 'c'), truncate(1.5, 0), insert('a', 1, 1, 'b') FROM t",
      "SELECT a[1], b FROM t WHERE c = $1 AND d = :name AND e = ?", "```sql\nSELECT 1;\n```", "  ~~~\nSELECT 1\n~~~\n",
      "SELECT updated_at, created, call, comment, copy FROM deleted_items", "PRAGMA table_info(orders)",
      "PRAGMA main.user_version", "SELECT größe, 名前 FROM t", "WITH x AS (SELECT 1) (SELECT * FROM x)",
      "SELECT 0x1F, 1e5, 1.5, .5", "TABLE orders", "SELECT 1;;  ",
    ])
  func reading(text: String) { #expect(messages(text) == []) }

  @Test(
    "Refuses what changes something, with its place",
    arguments: [
      ("DROP TABLE x", "line 1, column 1: expected a statement that only reads, such as SELECT, got \"DROP\""),
      (
        "WITH d AS (DELETE FROM x RETURNING *)\nSELECT * FROM d",
        "line 1, column 12: \"DELETE\" changes something, expected a statement that only reads"
      ),
      ("SELECT *\n INTO new FROM x", "line 2, column 2: \"INTO\" writes what is selected"),
      ("SELECT * FROM x FOR UPDATE", "line 1, column 21: \"FOR UPDATE\" locks rows"),
      ("SELECT * FROM x FOR KEY SHARE", "line 1, column 25: \"FOR SHARE\" locks rows"),
      ("SELECT * FROM x LOCK IN SHARE MODE", "line 1, column 17: \"LOCK IN\" locks rows"),
      ("SELECT 1; SELECT 2", "line 1, column 11: expected one statement, a second one begins with \"SELECT\""),
      ("SELECT 1 drop table x", "line 1, column 10: \"DROP\" changes something, expected a statement that only reads"),
      ("SELECT 1DELETE FROM x", "line 1, column 9: \"DELETE\" changes something, expected a statement that only reads"),
      (
        "COPY x TO PROGRAM 'sh'", "line 1, column 1: expected a statement that only reads, such as SELECT, got \"COPY\""
      ),
      ("INSERT (a)", "line 1, column 1: expected a statement that only reads, such as SELECT, got \"INSERT\""),
      ("CALL p()", "line 1, column 1: expected a statement that only reads, such as SELECT, got \"CALL\""),
      (
        "EXPLAIN ANALYZE DELETE FROM x",
        "line 1, column 17: \"DELETE\" changes something, expected a statement that only reads"
      ),
      ("PRAGMA user_version = 3", "line 1, column 1: expected a PRAGMA that only tells, got \"user_version\""),
      ("PRAGMA foreign_keys(0)", "line 1, column 1: expected a PRAGMA that only tells, got \"foreign_keys\""),
      ("WITH x AS (SELECT 1)", "line 1, column 1: \"WITH\" has no SELECT behind its queries"),
      ("SELECT 1 \\gexec", "line 1, column 10: a backslash outside of quotes, which only a client program reads"),
      ("SELECT 1\u{A0}DROP", "line 1, column 9: the character U+00A0 outside of quotes"),
      ("SELECT 'a\0'; DROP", "line 1, column 10: a control character"),
      ("SELECT (1", "line 1, column 8: \"(\" is not closed"), ("SELECT 1)", "line 1, column 9: \")\" closes nothing"),
      ("SELECT (1]", "line 1, column 10: \"]\" closes \"(\" of line 1, column 8"),
      ("SELECT 'a", "line 1, column 8: the quote ' is not closed"),
      ("SELECT 1 /* a", "line 1, column 10: the comment is not closed"),
      ("Sure! SELECT 1", "line 1, column 1: expected a statement that only reads, such as SELECT, got \"Sure\""),
      ("", "line 1, column 1: expected an SQL statement, got none"),
      ("-- nothing", "line 1, column 1: expected an SQL statement, got none"),
      (
        "```sql\nDROP TABLE x\n```",
        "line 2, column 1: expected a statement that only reads, such as SELECT, got \"DROP\""
      ),
    ])
  func changing(text: String, message: String) { #expect(messages(text).first == message) }

  @Test("Reads quotes as each dialect does where none is named")
  func dialects() {
    let suffix = { (name: String) in " (as \(name) reads it; name the dialect if it is another)" }
    let dollar = "SELECT $$;DROP TABLE x;$$"
    #expect(messages(dollar, .readOnly, .postgreSQL) == [])
    #expect(
      messages(dollar).first == "line 1, column 11: expected one statement, a second one begins with \"DROP\""
        + suffix("MySQL"))
    let escape = #"SELECT 'a\'; DROP TABLE x; --'"#
    #expect(messages(escape, .readOnly, .mySQL) == [])
    #expect(messages(escape, .readOnly, .postgreSQL).count == 1)
    #expect(messages(escape).first?.contains("a second one begins with \"DROP\"") == true)
    let hash = "SELECT 1 # '\n; DROP TABLE x -- '"
    #expect(
      messages(hash).first == "line 2, column 3: expected one statement, a second one begins with \"DROP\""
        + suffix("MySQL"))
    #expect(
      messages("SELECT 1 /*! INTO OUTFILE 'x' */").first == "line 1, column 10: a comment /*!, which MySQL runs"
        + suffix("MySQL"))
    #expect(messages("SELECT 1 /*! x */", .readOnly, .sqlite) == [])
    #expect(messages("SELECT 1 /* /* */ ; DROP TABLE x */", .readOnly, .postgreSQL) == [])
    #expect(messages("SELECT 1 /* /* */ ; DROP TABLE x", .readOnly, .mySQL).count == 1)
    #expect(messages("SELECT [it's; DROP]]] FROM t", .readOnly, .sqlServer) == [])
    #expect(messages("SELECT 1 EXEC sp_x 'a'", .readOnly, .sqlServer).count == 1)
    #expect(messages("SELECT 1 SHUTDOWN", .readOnly, .sqlServer).count == 1)
    #expect(messages(#"SELECT E'a\'; DROP', 'b'"#, .readOnly, .postgreSQL) == [])
    #expect(messages("SELECT $a$ $b$ ; $a $a$", .readOnly, .postgreSQL) == [])
    #expect(messages("SELECT $a$ $b$ ;", .readOnly, .postgreSQL) == ["line 1, column 8: the quote $a$ is not closed"])
    #expect(messages("SELECT 1--'\n; DROP TABLE x", .readOnly, .mySQL).count == 1)
    #expect(messages("SELECT `a;` FROM t", .readOnly, .mySQL) == [])
  }

  @Test("Takes any one statement where that is asked for")
  func anyStatement() {
    #expect(messages("DELETE FROM x WHERE a = ';'", .singleStatement) == [])
    #expect(messages("DELETE FROM x; SELECT 1", .singleStatement).count == 1)
    #expect(messages("42", .singleStatement) == ["line 1, column 1: expected an SQL statement, got \"42\""])
  }

  @Test(
    "Goes through large texts that are made to be slow",
    arguments: [
      "(", "[", "'", "\"", "`", "/*", "$a$", "$", "--", "#", ";", "DROP ", "\\", "\0", "a.", "👩‍👩‍👧", "\u{202E}", "[a ",
      "E'", "0x",
    ])
  func large(piece: String) {
    let text = "SELECT " + String(repeating: piece, count: 200_000 / piece.utf8.count)
    #expect(messages(text).count <= 11)
    #expect(messages(text, .readOnly, .postgreSQL).count <= 11)
  }
}
