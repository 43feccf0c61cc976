import DurableFiles
import Foundation
import StructuredOutput

/// The files that a recording in batches begins with: the requests, and a manifest that says where the answers belong.
public struct BatchPlan: Sendable {
  /// A file of requests.
  public struct File: Sendable, Hashable {
    /// Where it lies.
    public var url: URL
    /// Whose format it is in.
    public var format: BatchFormat
    /// The address that all its requests go to, such as `/v1/chat/completions`; an OpenAI batch is made for one.
    public var endpoint: String
    /// The model that is asked; nil where there are several, as Anthropic allows.
    public var model: String?
    /// How many requests it holds.
    public var count: Int
  }

  /// How much a file may hold.
  public struct Limits: Sendable, Hashable {
    /// The most requests; of embeddings, the most inputs of all requests together.
    public var requests: Int
    /// The most bytes.
    public var bytes: Int

    /// Makes limits.
    public init(requests: Int, bytes: Int) {
      self.requests = requests
      self.bytes = bytes
    }

    /// OpenAI takes 50,000 requests and 200 MB; files of this many bytes stay below in any reckoning of a megabyte.
    public static let openAI = Limits(requests: 50_000, bytes: 200_000_000)
    /// Anthropic takes 100,000 requests or 256 MB.
    public static let anthropic = Limits(requests: 100_000, bytes: 256_000_000)
  }

  /// A call that no batch takes.
  public struct Rest: Sendable, Hashable {
    /// The call.
    public var call: MissedCall
    /// Why, for a person.
    public var reason: String
  }

  /// The files of requests.
  public private(set) var files: [File] = []
  /// The calls that no batch takes.
  public private(set) var rest: [Rest] = []
  /// How many calls stand in the files.
  public var count: Int { files.reduce(0) { $0 + $1.count } }

  /// Where the manifest of a plan lies: JSON Lines, a planned call a line.
  static func manifest(in folder: URL) -> URL { folder.appending(path: "plan.jsonl") }

  /// Writes the plan of some calls into a folder; what an earlier plan left there goes.
  ///
  /// The requests of an OpenAI batch have one address and ask one model, so there is a file for each. A call that
  /// streams is planned as one that does not; its answer replays as a stream all the same.
  ///
  /// - Parameters:
  ///   - calls: The calls that have no fixture.
  ///   - folder: Where the files go.
  ///   - formats: The formats that are written; calls of others are listed in ``rest``.
  ///   - limits: How much a file may hold; nil for what the provider allows.
  /// - Throws: ``FixtureFault`` where a file cannot be written.
  public init(
    of calls: [MissedCall], writingTo folder: URL, formats: [BatchFormat] = BatchFormat.all, limits: Limits? = nil
  ) throws(FixtureFault) {
    try Self.removeEarlier(in: folder)
    var writer = BatchPlanWriter(folder: folder, limits: limits)
    for call in calls.sorted() {
      do throws(BatchRequest.Obstacle) {
        let request = try BatchRequest(call)
        guard formats.contains(request.wire.format) else {
          throw BatchRequest.Obstacle(reason: "it is of the format \(request.wire.format), which was not asked for")
        }
        try writer.add(request, of: call)
      } catch {
        rest.append(Rest(call: call, reason: error.reason))
      }
    }
    files = try writer.finish()
  }

  private static func removeEarlier(in folder: URL) throws(FixtureFault) {
    let names = (try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []
    for name in names.sorted() where name == "plan.jsonl" || BatchPlanWriter.writes(name) {
      do throws(FileFault) { try DurableFile.remove(folder.appending(path: name)) } catch {
        throw FixtureFault(.unwritable, "An earlier plan cannot be replaced. \(error)")
      }
    }
  }
}
