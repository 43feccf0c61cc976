/// A judge's list with one entry for each of some numbered things.
enum NumberedJudgements {
  /// Reads the entries in the order of their numbers.
  ///
  /// - Throws: ``OutOfFormat`` unless each number from 1 to `count` is there once and nothing else.
  static func read<Entry>(
    _ answer: JudgeAnswer, _ key: String, count: Int, _ entry: (JudgeAnswer) throws(OutOfFormat) -> Entry
  ) throws(OutOfFormat) -> [Entry] {
    let objects = try answer.objects(key, atMost: count)
    var entries = [Entry?](repeating: nil, count: count)
    for object in objects {
      let number = try object.wholeNumber("number", in: 1...max(1, count))
      guard entries[number - 1] == nil else { throw OutOfFormat(problem: "\"\(key)\" has the number \(number) twice.") }
      do throws(OutOfFormat) {
        entries[number - 1] = try entry(object)
      } catch {
        throw OutOfFormat(problem: "in the entry with the number \(number), \(error.problem)")
      }
    }
    if let missing = entries.firstIndex(where: { $0 == nil }) {
      throw OutOfFormat(problem: "\"\(key)\" has no entry with the number \(missing + 1); \(count) are wanted.")
    }
    return entries.compactMap(\.self)
  }
}
