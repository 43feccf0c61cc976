import Testing

@testable import LoopbackHTTP

#if canImport(Darwin)
  import Darwin
#elseif canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#endif

@Suite("Who is waited for, and how long")
struct DeadlineTests {
  static let get = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"

  @Test("A client is waited for while its request arrives, a handler without a limit")
  func deadlines() throws {
    let pair = try ConnectedPair()
    defer { pair.close() }
    #expect(pair.connection.deadline != nil)
    pair.clientSends("GET / HTTP/1.1\r\n")
    #expect(pair.connection.deadline != nil)
    pair.clientSends("Host: localhost\r\n\r\n")
    let exchange = try #require(pair.exchange)
    #expect(pair.connection.deadline == nil)
    pair.clientSends("more")
    #expect(pair.connection.deadline == nil)
    pair.connection.apply(Delivery(exchange: exchange, pieces: [[1, 2]], ending: nil, written: nil))
    #expect(pair.connection.deadline == nil)
    pair.connection.apply(Delivery(exchange: exchange, pieces: [[3]], ending: .keepAlive, written: nil))
    #expect(pair.connection.phase == .receiving)
    #expect(pair.connection.deadline != nil)
  }

  @Test("A client that takes no bytes is waited for, and given up when its time is over")
  func slowReader() throws {
    let pair = try ConnectedPair()
    defer { pair.close() }
    pair.clientSends(Self.get)
    let exchange = try #require(pair.exchange)
    let large = [UInt8](repeating: 0, count: 8 << 20)
    pair.connection.apply(Delivery(exchange: exchange, pieces: [large], ending: nil, written: nil))
    #expect(pair.connection.wantsToSend)
    #expect(pair.connection.deadline != nil)
    pair.connection.timeOut()
    #expect(pair.connection.phase == .closed)
    #expect(exchange.reasonEnded as? LoopbackWriteError == .clientDisconnected)
  }

  @Test("One that stops inside a request is answered 408, one that never began is not answered")
  func timeOut() throws {
    let begun = try ConnectedPair()
    defer { begun.close() }
    begun.clientSends("GET / HT")
    begun.connection.timeOut()
    #expect(begun.clientReceives().hasPrefix("HTTP/1.1 408 Request Timeout\r\n"))
    #expect(begun.connection.phase == .lingering)
    begun.connection.timeOut()
    #expect(begun.connection.phase == .closed)

    let silent = try ConnectedPair()
    defer { silent.close() }
    silent.connection.timeOut()
    #expect(silent.connection.phase == .closed)
    #expect(silent.clientReceives() == "")
  }

  @Test("Requests sent ahead of their turn are read only up to a limit")
  func readAhead() throws {
    let pair = try ConnectedPair(limits: .init(headerBytes: 100))
    defer { pair.close() }
    pair.clientSends(Self.get)
    #expect(pair.connection.wantsToReceive)
    pair.clientSends(String(repeating: "x", count: 100))
    #expect(!pair.connection.wantsToReceive)
    #expect(pair.connection.phase == .answering)
  }
}

/// A connection without a server: a test plays the client and the server's thread.
private final class ConnectedPair {
  struct Failed: Error {}

  let connection: Connection
  private let client: Socket
  private let wake: WakePipe
  private let made: Made
  private let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 4_096, alignment: 1)

  final class Made {
    var exchange: Exchange?
  }

  var exchange: Exchange? { made.exchange }

  init(limits: LoopbackServer.Limits = .standard) throws {
    #if canImport(Glibc)
      let stream = Int32(SOCK_STREAM.rawValue)
    #else
      let stream = SOCK_STREAM
    #endif
    var ends: [Int32] = [-1, -1]
    guard socketpair(AF_UNIX, stream, 0, &ends) == 0, let wake = WakePipe() else { throw Failed() }
    client = Socket(descriptor: ends[0])
    let server = Socket(descriptor: ends[1])
    for end in [client, server] { end.configure() }
    self.wake = wake
    let inbox = Inbox(wake: wake)
    let made = Made()
    self.made = made
    connection = Connection(id: 1, socket: server, rules: RequestRules(limits: limits)) { connection, head, body in
      let exchange = Exchange(connection: connection.id, serial: 1, head: head, body: body, inbox: inbox)
      made.exchange = exchange
      return exchange
    }
  }

  func clientSends(_ text: String) {
    _ = client.send(Array(text.utf8), from: 0)
    connection.receive(using: buffer)
  }

  func clientReceives() -> String {
    guard case .bytes(let count) = client.receive(into: buffer) else { return "" }
    return String(decoding: UnsafeRawBufferPointer(rebasing: buffer[..<count]), as: UTF8.self)
  }

  func close() {
    connection.close(.serverStopped)
    client.close()
    wake.close()
    buffer.deallocate()
  }
}
