import Foundation
import LanguageModels

/// The address that a client is given in place of a provider's, so that its calls belong to the running test.
///
/// For clients that are neither this package's providers nor URL loading: another HTTP library, another process, another
/// language. It is `http://127.0.0.1:PORT/<scope>/v1` for an upstream address that ends in `/v1`. A server in this process
/// answers there from the test's fixture, or asks the upstream and records, as the mode says, for as long as the test
/// runs and whoever asks. Streams are passed on event by event.
///
/// ```swift
/// let address = try await replayingAddress(for: URL(string: "https://api.openai.com/v1")!)
/// let client = OpenAIClient(baseURL: address)
/// ```
///
/// A call without a recorded answer is answered with status 501 and a JSON body whose `error.message` explains it, and
/// the test is told of it besides.
///
/// - Parameter upstream: The address that the client would be given otherwise.
/// - Returns: The address for the client. In a shipped app, and in mode `live` outside of a scope, the upstream itself.
/// - Throws: `ModelFault` in a test process outside of any scope, and for an address that is not http or https;
///   `LoopbackStartError` where no port can be had.
public func replayingAddress(for upstream: URL) async throws -> URL {
  guard let context = ModelCallContext.current else {
    _ = try ModelCallContext.transport()
    return upstream
  }
  let scope = ClientScope(transport: context.transport, trial: TrialNumber.current)
  return try await ReplayingServer.shared.address(for: upstream, scope: scope)
}
