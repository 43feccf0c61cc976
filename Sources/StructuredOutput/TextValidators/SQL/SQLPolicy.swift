/// What an SQL statement may do, for ``StructureValidator/sql(_:dialect:)``.
public struct SQLPolicy: Sendable, Hashable {
  let isReadOnly: Bool

  /// One statement that reads: `SELECT`, `WITH … SELECT`, `VALUES`, `TABLE`, `EXPLAIN`, `SHOW`, `DESCRIBE`, or a `PRAGMA`
  /// that only tells. What changes data or the schema anywhere in it, `SELECT … INTO` and what locks rows (`FOR UPDATE`)
  /// are violations.
  public static let readOnly = SQLPolicy(isReadOnly: true)
  /// One statement of any kind.
  public static let singleStatement = SQLPolicy(isReadOnly: false)
}
