import Foundation
import LoopbackHTTP
import Testing

#if canImport(FoundationNetworking)
  import FoundationNetworking
#endif

@Suite("Answers to URLSession", .timeLimit(.minutes(1)))
struct AnswerTests {
  @Test("A whole answer arrives with its status, fields and body")
  func whole() async throws {
    try await LoopbackServer.withServer(handler: { request in
      .whole(status: 418, headers: [("X-Seen", "\(request.method) \(request.path)")], body: Array("tea".utf8))
    }) { server in
      let (data, response) = try await URLSession.shared.data(from: server.address.appending(path: "pot"))
      let http = try #require(response as? HTTPURLResponse)
      #expect(http.statusCode == 418)
      #expect(http.value(forHTTPHeaderField: "X-Seen") == "GET /pot")
      #expect(String(decoding: data, as: UTF8.self) == "tea")
    }
  }

  @Test("JSON text is sent as it is, with its content type")
  func json() async throws {
    try await LoopbackServer.withServer(handler: { _ in .json(#"{"b": 1, "a": 2}"#, status: 201) }) { server in
      let (data, response) = try await URLSession.shared.data(from: server.address)
      let http = try #require(response as? HTTPURLResponse)
      #expect(http.statusCode == 201)
      #expect(http.value(forHTTPHeaderField: "Content-Type") == "application/json")
      #expect(String(decoding: data, as: UTF8.self) == #"{"b": 1, "a": 2}"#)
    }
  }

  @Test("A body of 1 MB is read and sent back unchanged")
  func echo() async throws {
    let sent = Data((0..<1_000_000).map { UInt8(truncatingIfNeeded: $0 &* 31 &+ $0 >> 8) })
    try await LoopbackServer.withServer(handler: { .whole(body: $0.body) }) { server in
      var request = URLRequest(url: server.address)
      request.httpMethod = "POST"
      let (data, _) = try await URLSession.shared.upload(for: request, from: sent)
      #expect(data == sent)
    }
  }

  @Test("The handler sees method, path, query and fields in any case")
  func request() async throws {
    try await LoopbackServer.withServer(handler: { request in
      .text("\(request.method) \(request.path) \(request.query ?? "-") \(request.header("x-KEY") ?? "-")")
    }) { server in
      var request = URLRequest(url: try #require(URL(string: "\(server.address)/a%20b/c?q=1&r=%2F")))
      request.httpMethod = "DELETE"
      request.setValue("k", forHTTPHeaderField: "X-Key")
      let (data, _) = try await URLSession.shared.data(for: request)
      #expect(String(decoding: data, as: UTF8.self) == "DELETE /a%20b/c q=1&r=%2F k")
    }
  }

  @Test("200 requests are handled at the same time")
  func parallel() async throws {
    let everyone = Gathering(size: 200)
    let configuration = URLSessionConfiguration.ephemeral
    configuration.httpMaximumConnectionsPerHost = 200
    let session = URLSession(configuration: configuration)
    allowManyDescriptors()
    try await LoopbackServer.withServer(handler: { request in
      // No one is answered before all have come, so this ends only if all are handled together.
      await everyone.arrive()
      return .text(request.path)
    }) { server in
      let paths = try await withThrowingTaskGroup(of: String.self) { group in
        for number in 0..<200 {
          group.addTask {
            let (data, _) = try await session.data(from: server.address.appending(path: "\(number)"))
            return String(decoding: data, as: UTF8.self)
          }
        }
        return try await group.reduce(into: Set<String>()) { $0.insert($1) }
      }
      #expect(paths == Set((0..<200).map { "/\($0)" }))
    }
    session.invalidateAndCancel()
  }

  @TaskLocal static var label = "none"

  @Test("A handler inherits the task-local values of the task that started the server")
  func taskLocals() async throws {
    try await Self.$label.withValue("mine") {
      try await LoopbackServer.withServer(handler: { _ in .text(Self.label) }) { server in
        let (data, _) = try await URLSession.shared.data(from: server.address)
        #expect(String(decoding: data, as: UTF8.self) == "mine")
      }
    }
  }
}

/// Lets nobody go before all are there.
actor Gathering {
  private var missing: Int
  private var waiting: [CheckedContinuation<Void, Never>] = []

  init(size: Int) {
    missing = size
  }

  func arrive() async {
    missing -= 1
    if missing > 0 {
      await withCheckedContinuation { waiting.append($0) }
    } else {
      for one in waiting { one.resume() }
      waiting = []
    }
  }
}

/// 200 clients and their server in one process need more descriptors than macOS allows at first.
private func allowManyDescriptors() {
  #if canImport(Darwin)
    var limit = rlimit()
    getrlimit(RLIMIT_NOFILE, &limit)
    limit.rlim_cur = max(limit.rlim_cur, min(limit.rlim_max, 2_048))
    setrlimit(RLIMIT_NOFILE, &limit)
  #endif
}
