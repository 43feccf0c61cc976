/// A decoder that notes what a type asks for, and answers with made-up values or those of an example.
struct RecordingDecoder: Decoder {
  let place: RecordedPlace

  var codingPath: [any CodingKey] { place.path.map { AnyCodingKey(stringValue: $0) } }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    place.isKeyed = true
    return KeyedDecodingContainer(RecordingKeyedContainer<Key>(place: place))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer {
    place.isUnkeyed = true
    return RecordingUnkeyedContainer(place: place)
  }

  func singleValueContainer() throws -> any SingleValueDecodingContainer {
    RecordingSingleValueContainer(place: place)
  }
}
