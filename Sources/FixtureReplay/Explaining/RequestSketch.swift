import LanguageModels
import StructuredOutput

/// What the texts of a request have in common with those of others, in a few hundred numbers: the smallest hashes of
/// their pairs of neighbouring words (Broder, "On the Resemblance and Containment of Documents", 1997).
///
/// The loop stands in one file with all that it calls for a byte: a fixture may hold megabytes.
struct RequestSketch: Sendable {
  private static let size = 256
  /// Of a longer text the beginning and the end are read.
  private static let longestText = 32_768

  private let hashes: [UInt64]

  /// - Parameter budget: The most bytes that are read.
  init(of request: RequestIdentity, budget: Int) {
    var reader = Reader(budget: budget)
    switch request.body {
    case .none: break
    case .json(let json): reader.read(json)
    case .bytes(let bytes): bytes.withUnsafeBufferPointer { reader.read($0) }
    }
    var hashes = reader.hashes
    hashes.sort()
    var kept: [UInt64] = []
    kept.reserveCapacity(min(hashes.count, Self.size))
    for hash in hashes where kept.last != hash {
      if kept.count == Self.size { break }
      kept.append(hash)
    }
    self.hashes = kept
  }

  /// The share of pairs that both have among those that either has, estimated: 0 to 1.
  func resemblance(to other: RequestSketch) -> Double {
    var (mine, theirs, shared, all) = (0, 0, 0, 0)
    while all < Self.size, mine < hashes.count || theirs < other.hashes.count {
      all += 1
      if theirs == other.hashes.count {
        mine += 1
      } else if mine == hashes.count {
        theirs += 1
      } else {
        let (left, right) = (hashes[mine], other.hashes[theirs])
        if left == right { shared += 1 }
        if left <= right { mine += 1 }
        if right <= left { theirs += 1 }
      }
    }
    return all == 0 ? 1 : Double(shared) / Double(all)
  }

  private struct Reader {
    var budget: Int
    var hashes: [UInt64] = []
    private var previous: UInt64 = 0

    init(budget: Int) { self.budget = budget }

    mutating func read(_ json: JSONValue) {
      switch json {
      case .string(let text):
        var copy = text
        copy.withUTF8 { read($0) }
      case .array(let items): for item in items where budget > 0 { read(item) }
      case .object(let object): for (_, value) in object where budget > 0 { read(value) }
      default: break
      }
    }

    mutating func read(_ bytes: UnsafeBufferPointer<UInt8>) {
      let half = RequestSketch.longestText / 2
      if bytes.count > 2 * half {
        words(UnsafeBufferPointer(rebasing: bytes.prefix(min(half, budget))))
        words(UnsafeBufferPointer(rebasing: bytes.suffix(half)))
      } else {
        words(UnsafeBufferPointer(rebasing: bytes.prefix(max(0, budget))))
      }
    }

    /// Letters and digits of ASCII without their case, and all beyond ASCII.
    private mutating func words(_ bytes: UnsafeBufferPointer<UInt8>) {
      budget -= bytes.count
      var hash: UInt64 = 0
      var isInWord = false
      for byte in bytes {
        let lower = byte | 0x20
        if lower &- 0x61 < 26 || byte &- 0x30 < 10 || byte >= 0x80 {
          hash = ((isInWord ? hash : 0xCBF2_9CE4_8422_2325) ^ UInt64(byte < 0x80 ? lower : byte)) &* 0x100_0000_01B3
          isInWord = true
        } else if isInWord {
          end(hash)
          isInWord = false
        }
      }
      if isInWord { end(hash) }
      // The end of a text is a word too, so that a text of one word has pairs.
      end(1)
    }

    @inline(__always)
    private mutating func end(_ word: UInt64) {
      var pair = previous &* 0x9E37_79B9_7F4A_7C15 ^ word
      pair = (pair ^ pair >> 32) &* 0xD6E8_FEB8_6659_FD93
      hashes.append(pair ^ pair >> 29)
      previous = word
    }
  }
}
