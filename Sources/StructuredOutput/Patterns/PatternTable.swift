/// A deterministic automaton over classes of scalars: one look-up a character.
final class PatternTable: PatternProgram {
  /// States that need no further text, and the mark of a row that is chosen by a whole scalar rather than by its first
  /// byte. All other states are numbered from ``firstState`` on.
  static let rejects: UInt16 = 0
  static let accepts: UInt16 = 1
  private static let beyondASCII: UInt16 = 2
  static let firstState: UInt16 = 3

  /// The next states: for each class of scalars a row with an entry for each state. Two rows more answer a byte beyond
  /// ASCII and the text's end.
  private let next: ContiguousArray<UInt16>
  private let width: Int
  private let endRow: Int
  private let initial: UInt16
  /// Where the row of each byte begins.
  private let rowOfByte: ContiguousArray<Int>
  /// The runs of scalars beyond ASCII of one class: their first scalars and where their rows begin.
  private let runStarts: ContiguousArray<UInt32>
  private let runRows: ContiguousArray<Int>
  /// The run that holds the first scalar of each page of 256; empty where runs are few.
  private let runOfPage: ContiguousArray<UInt16>

  /// - Parameters:
  ///   - transitions: for each state from ``firstState`` on the next states in the order of classes.
  ///   - acceptsAtEnd: for each of these states whether the text may end in it.
  init(partition: ScalarPartition, transitions: [UInt16], acceptsAtEnd: [Bool], initial: UInt16) {
    let classes = partition.count
    let states = acceptsAtEnd.count
    let offset = Int(Self.firstState)
    width = states + offset
    endRow = (classes + 1) * width
    self.initial = initial
    var next = ContiguousArray<UInt16>(repeating: Self.beyondASCII, count: (classes + 2) * width)
    for state in 0..<states {
      for column in 0..<classes { next[column * width + offset + state] = transitions[state * classes + column] }
      next[endRow + offset + state] = acceptsAtEnd[state] ? Self.accepts : Self.rejects
    }
    self.next = next

    var rows = ContiguousArray<Int>(repeating: classes * width, count: 256)
    var starts: ContiguousArray<UInt32> = []
    var runRows: ContiguousArray<Int> = []
    for (index, start) in partition.starts.enumerated() {
      let end = index + 1 < partition.starts.count ? partition.starts[index + 1] : ScalarSet.last + 1
      let row = partition.classes[index] * width
      if start < 0x80 { for byte in start..<min(end, 0x80) { rows[Int(byte)] = row } }
      if end > 0x80, runRows.last != row {
        starts.append(max(start, 0x80))
        runRows.append(row)
      }
    }
    rowOfByte = rows
    runStarts = starts
    self.runRows = runRows
    var pages: ContiguousArray<UInt16> = []
    if starts.count > 12, starts.count < 0xFFFF {
      pages.reserveCapacity(0x1100)
      var run = 0
      for page in 0..<0x1100 as Range<UInt32> {
        while run + 1 < starts.count, starts[run + 1] <= page << 8 { run += 1 }
        pages.append(UInt16(run))
      }
    }
    runOfPage = pages
  }

  func answer(in text: UnsafeBufferPointer<UInt8>) -> PatternAnswer {
    if initial < Self.beyondASCII { return initial == Self.accepts ? .found : .notFound }
    return next.withUnsafeBufferPointer { next in
      rowOfByte.withUnsafeBufferPointer { rows in
        var state = Int(initial)
        var at = 0
        while at < text.count {
          var after = next[rows[Int(text[at])] &+ state]
          if after < Self.firstState {
            if after == Self.beyondASCII {
              let (scalar, length) = ScalarDecoding.scalar(in: text, at: at)
              after = next[row(of: scalar) &+ state]
              at &+= length &- 1
            }
            if after < Self.firstState { return after == Self.accepts ? .found : .notFound }
          }
          state = Int(after)
          at &+= 1
        }
        return next[endRow &+ state] == Self.accepts ? .found : .notFound
      }
    }
  }

  private func row(of scalar: UInt32) -> Int {
    var lower = 0
    var upper = runStarts.count
    if !runOfPage.isEmpty {
      let page = Int(scalar >> 8)
      lower = Int(runOfPage[page])
      if page + 1 < runOfPage.count { upper = Int(runOfPage[page + 1]) + 1 }
    }
    while upper - lower > 1 {
      let middle = (lower + upper) / 2
      if runStarts[middle] <= scalar { lower = middle } else { upper = middle }
    }
    return runRows[lower]
  }
}
