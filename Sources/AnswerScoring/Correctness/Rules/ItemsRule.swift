import Foundation

/// Compares the items that an answer lists with those of a correct list.
struct ItemsRule: Hashable {
  let isOrdered: Bool
  let allowsExtra: Bool

  func match(_ answer: String, anyOf correct: [String]) -> CorrectnessMatch {
    let wanted = correct.map { (text: $0, items: ItemsInAnswer($0).items()) }.filter { !$0.items.isEmpty }
    if wanted.isEmpty {
      return CorrectnessMatch(
        inconclusive:
          "None of the correct answers (\(CorrectAnswerList.listed(correct))) lists an item to compare with.")
    }
    let read = ItemsInAnswer(answer)
    var failures: [String] = []
    for (text, items) in wanted {
      let forms = items.map(ItemsInAnswer.form)
      let found = read.items(wanted: items)
      let extracted = found.prefix(50).joined(separator: ", ")
      if found.count > ItemsInAnswer.mostItems {
        return CorrectnessMatch(
          failed:
            "The answer lists more than \(ItemsInAnswer.mostItems) items; correct would be "
            + "\(CorrectAnswerList.listed([text]))."
        )
      }
      guard let difference = difference(found, items, forms) else {
        return CorrectnessMatch(
          passed:
            "The answer lists the items of \(QuotedExcerpt(text, limit: 200))\(isOrdered ? " in their order" : "").",
          text, extracted: extracted)
      }
      if wanted.count == 1 { return CorrectnessMatch(failed: difference, extracted: extracted) }
      failures.append("\(QuotedExcerpt(text, limit: 100)): \(difference)")
    }
    let shown =
      failures.prefix(3).joined(separator: "\n") + (failures.count > 3 ? "\nand \(failures.count - 3) more" : "")
    return CorrectnessMatch(failed: "The answer lists none of the correct answers' items alone.\n" + shown)
  }

  /// What keeps the items that were found from being those that are wanted; nil for nothing.
  private func difference(_ found: [String], _ wanted: [String], _ wantedForms: [String]) -> String? {
    if found.isEmpty { return "The answer lists nothing; missing: \(Self.named(wanted))." }
    let known = Set(wantedForms)
    let foundForms = found.map { Self.form(of: $0, known: known) }
    var left: [String: Int] = [:]
    for form in foundForms { left[form, default: 0] += 1 }
    var missing: [String] = []
    for (item, form) in zip(wanted, wantedForms) {
      // In a set, twice is once.
      if let count = left[form], count > 0 {
        if isOrdered { left[form] = count - 1 }
      } else {
        missing.append(item)
      }
    }
    var extra: [String] = []
    for (item, form) in zip(found, foundForms) {
      if isOrdered, let count = left[form], count > 0 {
        left[form] = count - 1
        extra.append(item)
      } else if !known.contains(form) {
        if !isOrdered { extra.append(item) }
      }
    }
    var faults: [String] = []
    if !missing.isEmpty { faults.append("missing: \(Self.named(missing))") }
    if !extra.isEmpty, !allowsExtra { faults.append("not wanted: \(Self.named(extra))") }
    if !faults.isEmpty { return "The answer's list differs; \(faults.joined(separator: "; "))." }
    if isOrdered, !isSubsequence(wantedForms, of: foundForms) {
      return "The answer has the items in another order: \(Self.named(found))."
    }
    return nil
  }

  private func isSubsequence(_ wanted: [String], of found: [String]) -> Bool {
    var rest = wanted[...]
    for form in found where form == rest.first { rest.removeFirst() }
    return rest.isEmpty
  }

  /// The form of an item that was found. What explains it, "Red: a warm colour" or "Red (warm)", is left out where the
  /// item is known without it.
  private static func form(of item: String, known: Set<String>) -> String {
    let whole = ItemsInAnswer.form(of: item)
    if known.contains(whole) || item.utf8.count > ItemsInAnswer.longestItem { return whole }
    for sign in [": ", " – ", " — ", " - ", " (", ", "] {
      guard let range = item.range(of: sign), range.lowerBound > item.startIndex else { continue }
      let start = ItemsInAnswer.form(of: String(item[..<range.lowerBound]))
      if known.contains(start) { return start }
    }
    return whole
  }

  private static func named(_ items: [String]) -> String { CorrectAnswerList.listed(items) }
}
