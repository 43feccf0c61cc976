import Foundation
import StructuredOutput

/// Reads the vectors of an embeddings answer and checks that they are what was asked for.
struct OpenAICompatibleVectorReader {
  var server: AskedServer

  /// Reads the vectors of `count` texts, in the order of the texts.
  func read(_ response: HTTPResponse, count: Int) throws(ModelFault) -> EmbeddingResponse {
    let body = try OpenAICompatibleAnswerReader(server: server).document(of: response)
    guard let data = body["data"]?.arrayValue else {
      throw server.malformed("it has no list called data", shown: body.compactText)
    }
    guard data.count == count else {
      throw server.malformed("it holds \(data.count) vectors for \(count) texts", shown: body.compactText)
    }
    var vectors = [[Float]?](repeating: nil, count: count)
    for (position, item) in data.enumerated() {
      let index = item["index"]?.intValue ?? position
      guard vectors.indices.contains(index), vectors[index] == nil else {
        throw server.malformed("the index \(index) of a vector is out of range or there twice", shown: body.compactText)
      }
      guard let vector = Self.vector(item["embedding"]), !vector.isEmpty else {
        throw server.malformed("the vector of index \(index) is not a list of numbers", shown: body.compactText)
      }
      vectors[index] = vector
    }
    let complete = vectors.compactMap { $0 }
    if let odd = complete.first(where: { $0.count != complete[0].count }) {
      throw server.malformed(
        "its vectors have different lengths, \(complete[0].count) and \(odd.count)", shown: body.compactText)
    }
    let usage = body["usage"]
    return EmbeddingResponse(
      vectors: complete,
      usage: Usage(input: usage?["prompt_tokens"]?.intValue ?? usage?["total_tokens"]?.intValue),
      model: body["model"]?.stringValue ?? server.model)
  }

  /// A list of numbers, or the bytes of little-endian 32-bit floats in base64, as some servers send although not asked.
  private static func vector(_ value: JSONValue?) -> [Float]? {
    switch value {
    case .array(let numbers)?:
      var vector: [Float] = []
      vector.reserveCapacity(numbers.count)
      for number in numbers {
        guard let value = number.doubleValue, Float(value).isFinite else { return nil }
        vector.append(Float(value))
      }
      return vector
    case .string(let text)?:
      guard let data = Data(base64Encoded: text), data.count % 4 == 0 else { return nil }
      let bytes = [UInt8](data)
      let vector = stride(from: 0, to: bytes.count, by: 4).map { offset in
        Float(
          bitPattern: UInt32(bytes[offset]) | UInt32(bytes[offset + 1]) << 8 | UInt32(bytes[offset + 2]) << 16
            | UInt32(bytes[offset + 3]) << 24)
      }
      return vector.allSatisfy(\.isFinite) ? vector : nil
    default: return nil
    }
  }
}
