/// A script of Unicode, such as Latin or Han, as of Unicode 17.0 (UAX #24).
struct UnicodeScript: Sendable {
  private let index: UInt8

  /// The script with a code of ISO 15924 or a name, spelt as Unicode spells it: `Latn`, `Latin`, and the older `Qaac` and
  /// `Qaai`.
  init?(_ name: String) {
    let name = name == "Qaac" ? "Copt" : name == "Qaai" ? "Zinh" : name
    guard let place = Self.names.firstIndex(where: { $0.code == name || $0.name == name }) else { return nil }
    index = UInt8(place)
  }

  /// The scalars whose property Script is this.
  var scalars: ScalarSet {
    let (starts, scripts) = Self.runs
    var ranges: [ClosedRange<UInt32>] = []
    for place in starts.indices where scripts[place] == index {
      ranges.append(starts[place]...((place + 1 < starts.count ? starts[place + 1] : ScalarSet.last + 1) - 1))
    }
    return ScalarSet(union: ranges)
  }

  /// The scalars whose property Script_Extensions holds this.
  var extendedScalars: ScalarSet {
    var ranges: [ClosedRange<UInt32>] = []
    var exceptions: [ClosedRange<UInt32>] = []
    for (range, scripts) in Self.extensions {
      exceptions.append(range)
      if scripts.contains(index) { ranges.append(range) }
    }
    let others = ScalarSet(union: exceptions + scalars.inverted.ranges).inverted
    return ScalarSet(union: ranges + others.ranges)
  }

  private static let names: [(code: String, name: String)] = UnicodeScriptTable.names
    .split(whereSeparator: \.isWhitespace)
    .map { (String($0.prefix(4)), String($0.dropFirst(5))) }

  private static let runs: (starts: [UInt32], scripts: [UInt8]) = {
    var starts: [UInt32] = []
    var scripts: [UInt8] = []
    var start: UInt32 = 0
    var numbers = PackedNumbers(UnicodeScriptTable.runs)
    while let count = numbers.next(), let script = numbers.next() {
      starts.append(start)
      scripts.append(UInt8(script))
      start += count
    }
    return (starts, scripts)
  }()

  private static let extensions: [(ClosedRange<UInt32>, scripts: [UInt8])] = {
    var extensions: [(ClosedRange<UInt32>, scripts: [UInt8])] = []
    var next: UInt32 = 0
    var numbers = PackedNumbers(UnicodeScriptTable.extensions)
    while let skipped = numbers.next(), let more = numbers.next(), let count = numbers.next() {
      let first = next + skipped
      extensions.append((first...(first + more), (0..<count).compactMap { _ in numbers.next().map(UInt8.init) }))
      next = first + more + 1
    }
    return extensions
  }()
}
