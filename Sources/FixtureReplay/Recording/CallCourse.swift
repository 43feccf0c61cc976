/// How the calls of one case and trial followed each other.
///
/// A call that begins when the one before is over is a step of its own. From the first two that run at the same time on
/// there are no more steps: which of the later calls come before which is chance, and must leave no trace in the file.
struct CallCourse {
  private var underWay = 0
  private var step = 0
  private var isParallel = false

  /// Takes note of a call that begins; gives its step.
  mutating func begin() -> Int {
    if underWay > 0 { isParallel = true }
    underWay += 1
    return step
  }

  /// Takes note of a call that is over.
  mutating func end() {
    underWay -= 1
    if underWay == 0, !isParallel { step += 1 }
  }
}
