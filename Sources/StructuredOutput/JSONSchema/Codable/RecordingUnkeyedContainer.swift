/// The array that a type decodes, as far as the type asks for it.
///
/// An element before which the end was asked for is one of any number; others stand at fixed positions.
struct RecordingUnkeyedContainer: UnkeyedDecodingContainer {
  let place: RecordedPlace
  private let progress = Progress()

  private final class Progress {
    var index = 0
    var asksEnd = false
    var hasGivenSinceAsked = false
  }

  init(place: RecordedPlace) { self.place = place }

  var codingPath: [any CodingKey] { place.path.map { AnyCodingKey(stringValue: $0) } }
  var currentIndex: Int { progress.index }
  var count: Int? { place.hint?.arrayValue?.count }

  var isAtEnd: Bool {
    defer {
      progress.asksEnd = true
      progress.hasGivenSinceAsked = false
    }
    if let elements = place.hint?.arrayValue, !elements.isEmpty { return progress.index >= elements.count }
    return !place.run.givesElements || (progress.asksEnd && progress.hasGivenSinceAsked)
  }

  /// Moves on by one element, and returns its position and whether it is one of any number.
  private func next() -> (index: Int, isRepeated: Bool) {
    defer {
      progress.index += 1
      progress.hasGivenSinceAsked = true
    }
    return (progress.index, progress.asksEnd)
  }

  func decodeNil() throws -> Bool {
    guard place.hint?[progress.index]?.isNull ?? false else { return false }
    place.noteItem(["type": "null"], isRepeated: next().isRepeated)
    return true
  }

  func decode<T: Decodable>(_ type: T.Type) throws -> T {
    let (index, isRepeated) = next()
    return try place.decodeItem(type, at: index, isRepeated: isRepeated)
  }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) throws -> KeyedDecodingContainer<Nested> {
    let (index, isRepeated) = next()
    return try RecordingDecoder(place: place.itemChild(at: index, isRepeated: isRepeated)).container(keyedBy: type)
  }

  func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    let (index, isRepeated) = next()
    return try RecordingDecoder(place: place.itemChild(at: index, isRepeated: isRepeated)).unkeyedContainer()
  }

  func superDecoder() throws -> any Decoder {
    let (index, isRepeated) = next()
    return RecordingDecoder(place: place.itemChild(at: index, isRepeated: isRepeated))
  }
}

// A container answers for each of these types apart; the generic function above does not stand in for them.
extension RecordingUnkeyedContainer {
  func decode(_ type: Bool.Type) throws -> Bool { try value(type) }
  func decode(_ type: String.Type) throws -> String { try value(type) }
  func decode(_ type: Double.Type) throws -> Double { try value(type) }
  func decode(_ type: Float.Type) throws -> Float { try value(type) }
  func decode(_ type: Int.Type) throws -> Int { try value(type) }
  func decode(_ type: Int8.Type) throws -> Int8 { try value(type) }
  func decode(_ type: Int16.Type) throws -> Int16 { try value(type) }
  func decode(_ type: Int32.Type) throws -> Int32 { try value(type) }
  func decode(_ type: Int64.Type) throws -> Int64 { try value(type) }
  func decode(_ type: UInt.Type) throws -> UInt { try value(type) }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try value(type) }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try value(type) }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try value(type) }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try value(type) }
  func decode(_ type: Int128.Type) throws -> Int128 { try value(type) }
  func decode(_ type: UInt128.Type) throws -> UInt128 { try value(type) }

  private func value<T: Decodable>(_ type: T.Type) throws -> T { try decode(type) }
}
