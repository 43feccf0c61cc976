import FixtureReplay
import Foundation
import LanguageModels
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@Suite("URLSession.shared")
struct SharedURLSessionTests {
  #if os(Linux) || os(macOS)
    @Test("A session that is made before is no obstacle; the shared one, where it cannot be caught any more, is one")
    func obstacle() async {
      await #expect(processExitsWith: .success) {
        _ = URLSession(configuration: .default)
        if SharedURLSession.obstacle() != nil { exit(1) }
      }
      #if canImport(FoundationNetworking)
        await #expect(processExitsWith: .success) {
          _ = URLSession.shared
          guard let obstacle = SharedURLSession.obstacle() else { exit(1) }
          if !obstacle.message.contains("URLSession(configuration: .replaying)") { exit(2) }
        }
      #endif
    }
  #endif

  @Test("Outside of any scope it is refused")
  func outsideScope() async throws {
    await #expect(throws: ModelFault.self) { try await SharedURLSession.withScope {} }
  }
}
