extension StructureValidator {
  /// The text is made of lines `Key: value`: `.keyValueLines(keys: ["Name", "Total"])`.
  ///
  /// The key ends at the first colon with white space, or nothing, behind it, as in YAML, so `At: 12:30` has the key
  /// `At`. Capitals count. A value takes one line and holds something that can be seen; `""` and `''` are no values. A
  /// key occurs once. Blank lines are let pass, indented ones and comments are not.
  /// - Parameters:
  ///   - keys: keys that are there.
  ///   - optionalKeys: keys that may be there.
  ///   - allowsOtherKeys: whether there may be other keys than these.
  ///   - ordered: whether `keys` are there in this order; others may stand between them.
  ///   - place: where the lines stand.
  public static func keyValueLines(
    keys: [String], optionalKeys: [String] = [], allowsOtherKeys: Bool = false, ordered: Bool = false,
    in place: KeyValuePlace = .wholeText
  ) -> StructureValidator {
    let known = Set(keys + optionalKeys)
    let expected = (keys + optionalKeys).map { JSONValue.string($0) }.inBrief
    return StructureValidator(name: "keyValueLines") { text in
      let places = TextPlaces(text)
      var violations = ViolationList()
      guard let lines = KeyValueLines.lines(of: places, in: place, &violations) else { return violations.all }
      var found: [String: Int] = [:]
      var otherForms: [String: (key: String, line: Int)] = [:]
      for index in lines {
        let range = places.content(ofLine: index)
        let line = index + 1
        switch KeyValueLines.read(places.bytes[range]) {
        case .blank: continue
        case .other(let fault):
          violations.add("line \(line): \(fault), got \(places.text(range).quotedInBrief)")
        case .pair(let keyRange, let hasValue):
          let key = places.text(keyRange)
          if let first = found[key] {
            violations.add("line \(line): the key \(key.quotedInBrief) occurs again, first in line \(first)")
            continue
          }
          found[key] = line
          let form = key.lowercased()
          if otherForms[form] == nil { otherForms[form] = (key, line) }
          if !hasValue { violations.add("line \(line): the key \(key.quotedInBrief) has no value") }
          if allowsOtherKeys || known.contains(key) { continue }
          violations.add("line \(line): the key \(key.quotedInBrief) is not expected, only \(expected)")
        }
      }
      for key in keys where found[key] == nil {
        let other = otherForms[key.lowercased()].map { "; line \($0.line) has \($0.key.quotedInBrief)" } ?? ""
        violations.add("no line with the key \(key.quotedInBrief)\(other)")
      }
      if ordered {
        var last: (key: String, line: Int)?
        for key in keys {
          guard let line = found[key] else { continue }
          if let last, line < last.line {
            violations.add(
              "line \(line): the key \(key.quotedInBrief) stands before \(last.key.quotedInBrief) in line \(last.line),"
                + " expected behind it")
          } else {
            last = (key, line)
          }
        }
      }
      return violations.all
    }
  }
}

private enum KeyValueLines {
  enum Line {
    case blank
    case pair(key: Range<Int>, hasValue: Bool)
    case other(fault: String)
  }

  /// The lines, counted from 0, that have to be pairs; nil where the front matter is missing or not closed.
  static func lines(of places: TextPlaces, in place: KeyValuePlace, _ violations: inout ViolationList) -> Range<Int>? {
    let all = places.lineStarts.indices
    func isMark(_ line: Int) -> Bool {
      var bytes = places.bytes[places.content(ofLine: line)]
      while bytes.last?.isSpaceOrTab == true { bytes.removeLast() }
      return bytes.elementsEqual("---".utf8) || bytes.elementsEqual("...".utf8)
    }
    func isBlank(_ line: Int) -> Bool { places.bytes[places.content(ofLine: line)].allSatisfy(\.isASCIISpace) }
    switch place.kind {
    case .frontMatter:
      guard isMark(0) else {
        let first = places.text(places.content(ofLine: 0)).quotedInBrief
        violations.add("line 1: expected the front matter's first line, ---, got \(first)")
        return nil
      }
      guard let end = all.dropFirst().first(where: isMark) else {
        violations.add("line 1: the front matter is not closed by a line ---")
        return nil
      }
      return 1..<end
    case .wholeText:
      var lines = all
      while let first = lines.first, isBlank(first) { lines.removeFirst() }
      while let last = lines.last, isBlank(last) { lines.removeLast() }
      if let first = lines.first, isMark(first) { lines.removeFirst() }
      if let last = lines.last, isMark(last) { lines.removeLast() }
      return lines
    }
  }

  static func read(_ line: ArraySlice<UInt8>) -> Line {
    guard let first = line.first(where: { !$0.isASCIISpace }) else { return .blank }
    if line.first?.isSpaceOrTab == true { return .other(fault: "expected no space at the line's beginning") }
    let colon = line.indices.first { index in
      line[index] == UInt8(ascii: ":") && (index + 1 == line.endIndex || line[index + 1].isSpaceOrTab)
    }
    guard let colon, first != UInt8(ascii: ":") else {
      let hasColon = line.contains(UInt8(ascii: ":"))
      return .other(fault: hasColon ? "expected a key, a colon and a space" : "expected a line Key: value")
    }
    var key = line[..<colon]
    while key.last?.isSpaceOrTab == true { key.removeLast() }
    let value = String(decoding: line[(colon + 1)...], as: UTF8.self).unicodeScalars.filter { !$0.isWhiteSpace }
    let isEmpty =
      value.isEmpty || value.elementsEqual("\"\"".unicodeScalars) || value.elementsEqual("''".unicodeScalars)
    return .pair(key: key.indices, hasValue: !isEmpty)
  }
}
