import DurableFiles
import Foundation
import StructuredOutput

/// How the images and sounds of answers stand in a fixture: as `{"$media": {"type": …, "sha256": …, "bytes": …}}`, with
/// the bytes in a file beside it.
///
/// A text is taken out only where just that text can be made of the bytes again.
enum MediaForm {
  static let key = "$media"

  /// A part of an answer without its media, which are added to `blobs`.
  static func taken(outOf json: JSONValue, into blobs: inout [MediaBlob]) -> JSONValue {
    switch json {
    case .string(let text):
      return taken(text, in: nil, into: &blobs) ?? json
    case .array(let items):
      return .array(items.map { taken(outOf: $0, into: &blobs) })
    case .object(let object):
      if object.count == 1, let name = object.keys.first, VectorForm(rawValue: name) != nil { return json }
      var rest = JSONObject()
      for (name, value) in object {
        if case .string(let text) = value {
          rest[name] = taken(text, in: object, into: &blobs) ?? value
        } else {
          rest[name] = taken(outOf: value, into: &blobs)
        }
      }
      return .object(rest)
    default:
      return json
    }
  }

  private static func taken(_ text: String, in object: JSONObject?, into blobs: inout [MediaBlob]) -> JSONValue? {
    guard let blob = MediaDigest.blob(text, in: object) else { return nil }
    let encoded = Data(blob.bytes).base64EncodedString()
    guard text.hasSuffix(encoded) else { return nil }
    let prefix = text.dropLast(encoded.count)
    var form: JSONObject = [
      "type": .string(blob.type), "sha256": .string(blob.hash.hexadecimal),
      "bytes": .number(JSONNumber(blob.bytes.count)),
    ]
    if !prefix.isEmpty { form["prefix"] = .string(String(prefix)) }
    if !blobs.contains(where: { $0.hash == blob.hash && $0.type == blob.type }) { blobs.append(blob) }
    return [key: .object(form)]
  }

  /// A part of an answer with its media in place again.
  static func restored(_ json: JSONValue, from media: FixtureMedia) throws(FixtureFormatError) -> JSONValue {
    switch json {
    case .array(let items):
      var restored: [JSONValue] = []
      restored.reserveCapacity(items.count)
      for item in items { restored.append(try self.restored(item, from: media)) }
      return .array(restored)
    case .object(let object):
      if object.count == 1, let form = object[key] { return .string(try text(of: form, from: media)) }
      var restored = JSONObject()
      for (name, value) in object { restored[name] = try self.restored(value, from: media) }
      return .object(restored)
    default:
      return json
    }
  }

  private static func text(of form: JSONValue, from media: FixtureMedia) throws(FixtureFormatError) -> String {
    guard let type = form["type"]?.stringValue, let digest = form["sha256"]?.stringValue,
      let hash = ContentHash(hexadecimal: digest)
    else {
      throw FixtureFormatError(reason: "a \"\(key)\" of it has no \"type\" or no \"sha256\" of 64 digits.")
    }
    let bytes = try media.bytes(of: hash, type: type)
    return (form["prefix"]?.stringValue ?? "") + Data(bytes).base64EncodedString()
  }
}
