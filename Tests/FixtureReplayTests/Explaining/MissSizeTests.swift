import Foundation
import LanguageModels
import SpecRecords
import StructuredOutput
import Testing

@testable import FixtureReplay

@Suite("Misses among much that is recorded")
struct MissSizeTests {
  /// Words of which no few follow each other twice.
  private static func words(_ count: Int) -> [String] {
    var state: UInt32 = 1
    return (0..<count).map { _ in
      state = state &* 1_664_525 &+ 1_013_904_223
      return "w" + String(state >> 8, radix: 36)
    }
  }

  private func identity(_ text: String) -> RequestIdentity {
    RequestIdentity(of: request(.json(["model": "m", "messages": [["role": "user", "content": .string(text)]]])))
  }

  private func exchange(_ text: String) -> FixtureExchange {
    let identity = identity(text)
    return FixtureExchange(
      key: CallKey(request: identity.hash), request: identity, promptVersion: nil, recorded: "",
      answer: RecordedAnswer(status: 200, headers: [], milliseconds: 1, content: .body(.none)))
  }

  private func miss(_ text: String, among recorded: [FixtureExchange], _ nearest: NearestRequests) -> FixtureMiss {
    let request = identity(text)
    return FixtureMiss(
      key: CallKey(request: request.hash), request: request, promptVersion: nil,
      test: SpecIdentity(target: "T", path: ["t()"]), file: URL(filePath: "/p/Fixtures/t.json"),
      root: PackageRoot(url: URL(filePath: "/p")), recorded: recorded, nearest: nearest, hasAbandonedJournal: false)
  }

  @Test("Two prompts of a megabyte give a short message in less than a second")
  func megabyte() throws {
    var words = Self.words(150_000)
    let long = words.joined(separator: " ")
    for index in stride(from: 10, to: words.count, by: 1_000) { words[index] = "changed" }
    let recorded = [exchange(long)]
    let miss = miss(words.joined(separator: " "), among: recorded, NearestRequests(recorded))
    var message = ""
    let time = processorTime { message = miss.fault.message }
    #expect(time < 1)
    #expect(message.utf8.count < 3_000)
    #expect(message.contains("{+changed+}"))
  }

  @Test("The nearest of a thousand requests of ten kilobytes is found in less than a second, and further ones faster")
  func thousand() throws {
    let words = Self.words(21_400)
    let texts = (0..<1_000).map { words[($0 * 20)..<($0 * 20 + 1_400)].joined(separator: " ") }
    let recorded = texts.map(exchange)
    let nearest = NearestRequests(recorded)
    let (first, second) = (
      miss("And so: " + texts[617], among: recorded, nearest), miss(texts[41] + " more", among: recorded, nearest)
    )
    var message = ""
    #expect(processorTime { message = first.fault.message } < 1)
    #expect(message.contains("exchange 618 of 1000"))
    #expect(processorTime { message = second.fault.message } < 0.2)
    #expect(message.contains("exchange 42 of 1000"))
  }
}
