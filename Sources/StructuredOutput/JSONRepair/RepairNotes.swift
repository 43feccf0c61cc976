/// The changes of one reading, kept small until it is known that they will be shown.
struct RepairNotes {
  struct Note {
    var kind: JSONRepairChange.Kind
    var message: String
    /// The bytes that were replaced; empty where something was put in.
    var range: Range<Int>
    var replacement: String?
  }

  private(set) var notes: [Note] = []
  let maximum: Int
  /// Whether a change speaks against the text being JSON at all.
  private(set) var hasFarReaching = false

  init(maximum: Int) { self.maximum = maximum }

  mutating func add(
    _ kind: JSONRepairChange.Kind, _ range: Range<Int>, _ message: String, replacement: String? = nil
  ) throws(RepairFault) {
    guard notes.count < maximum else {
      throw RepairFault(
        reason: "the text needs more than \(maximum) changes, the limit; raise maximumChanges to have it repaired",
        offset: range.lowerBound)
    }
    if kind.isFarReaching { hasFarReaching = true }
    notes.append(Note(kind: kind, message: message, range: range, replacement: replacement))
  }

  /// Notes that JSON was taken out of what stands around it.
  mutating func addExtraction(
    of place: JSONPlaceSearch.Found, among count: Int, in total: Int
  ) throws(RepairFault) {
    let others = count > 1 ? "; it is one of \(count) places with JSON" : ""
    if place.isFenced {
      let language = place.language.map { " marked \($0.quotedInBrief)" } ?? ""
      try add(.fence, place.range, "the JSON is taken out of a fenced block\(language)\(others)")
    } else {
      let before = place.range.lowerBound
      let behind = total - place.range.upperBound
      try add(
        .prose, place.range,
        "the JSON is taken out of the text around it (\(before) bytes before, \(behind) behind)\(others)")
    }
  }

  /// Takes over the changes of a reading of other bytes, their places moved by a function.
  mutating func add(_ others: RepairNotes, moving move: (Int) -> Int) throws(RepairFault) {
    for note in others.notes {
      let start = move(note.range.lowerBound)
      try add(note.kind, start..<max(start, move(note.range.upperBound)), note.message, replacement: note.replacement)
    }
  }

  /// The changes in the order of the text, with lines and columns counted in one pass.
  func changes(in bytes: UnsafeBufferPointer<UInt8>) -> [JSONRepairChange] {
    let ordered = notes.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    var place = TextPlace()
    var at = 0
    return ordered.map { (_, note) in
      let offset = min(note.range.lowerBound, bytes.count)
      place.pass(bytes, at..<offset)
      at = offset
      return JSONRepairChange(
        kind: note.kind, message: note.message, line: place.line, column: place.column, byteOffset: offset,
        found: Self.brief(bytes, note.range), replacement: note.replacement)
    }
  }

  /// At most 60 characters of a part of the text.
  static func brief(_ bytes: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) -> String {
    let clamped = range.clamped(to: 0..<bytes.count)
    let scalars = String(decoding: bytes[clamped].prefix(244), as: UTF8.self).unicodeScalars
    let start = scalars.prefix(60)
    return String(start) + (start.count < scalars.count ? "…" : "")
  }
}
