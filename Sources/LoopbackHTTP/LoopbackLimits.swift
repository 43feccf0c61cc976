extension LoopbackServer {
  /// How large a request may be, how many clients are served at once, and how long a silent one is waited for.
  public struct Limits: Sendable, Hashable {
    /// The most bytes of a request line with its header fields; above it the answer is 431 (or 414). 64 KiB.
    public var headerBytes: Int = 64 << 10

    /// The most bytes of a request body; above it the answer is 413. 256 MiB.
    public var bodyBytes: Int = 256 << 20

    /// The most connections open at once; further clients wait in the system's queue. 1,000.
    public var connections: Int = 1_000

    /// How long a client may neither send the rest of a request nor take the rest of an answer. 60 seconds.
    ///
    /// A handler may take longer than this: while it works, nobody waits for the client.
    public var idleTime: Duration = .seconds(60)

    /// The limits that a server has unless it is told others.
    public static let standard = Limits()

    /// Makes limits; what is left out is as in `standard`, and values below 1 (for the idle time, 1 ms) count as 1.
    public init(
      headerBytes: Int = 64 << 10, bodyBytes: Int = 256 << 20, connections: Int = 1_000,
      idleTime: Duration = .seconds(60)
    ) {
      self.headerBytes = headerBytes
      self.bodyBytes = bodyBytes
      self.connections = connections
      self.idleTime = idleTime
    }
  }
}

/// What a request is measured against before a handler sees it.
struct RequestRules: Sendable {
  let limits: LoopbackServer.Limits
  let requiresLoopbackHost: Bool

  init(limits: LoopbackServer.Limits = .standard, requiresLoopbackHost: Bool = true) {
    self.limits = LoopbackServer.Limits(
      headerBytes: max(1, limits.headerBytes), bodyBytes: max(1, limits.bodyBytes),
      connections: max(1, limits.connections), idleTime: max(.milliseconds(1), limits.idleTime))
    self.requiresLoopbackHost = requiresLoopbackHost
  }
}
