import Dispatch
import Foundation
import Synchronization

/// Runs a function that calls itself deeply on a thread whose stack holds that, and waits for it.
///
/// A thread of a concurrency pool may have half a megabyte, too little for a value nested as deep as the parser allows.
/// What the thread waits for is only computation, so waiting cannot lock up.
enum RoomyStack {
  private static let bytes = 64 << 20

  static func run<Answer: Sendable>(_ body: @escaping @Sendable () -> Answer) -> Answer {
    let answer = Handover<Answer>()
    let finished = DispatchSemaphore(value: 0)
    let thread = Thread {
      let value = body()
      answer.value.withLock { $0 = value }
      finished.signal()
    }
    thread.stackSize = bytes
    thread.start()
    finished.wait()
    // The signal comes after the value; the body is there for the type alone.
    return answer.value.withLock { $0 } ?? body()
  }

  private final class Handover<Answer: Sendable>: Sendable {
    let value = Mutex<Answer?>(nil)
  }
}
