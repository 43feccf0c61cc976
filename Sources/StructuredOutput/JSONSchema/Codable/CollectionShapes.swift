/// The standard library's generic types, whose schema follows from their parameters alone.

protocol OptionalShape {
  static var wrapped: any Decodable.Type { get }
  static var none: Self { get }
  static func some(_ value: Any) -> Self?
}

extension Optional: OptionalShape where Wrapped: Decodable {
  static var wrapped: any Decodable.Type { Wrapped.self }
  static func some(_ value: Any) -> Wrapped?? { (value as? Wrapped).map { .some($0) } }
}

protocol SequenceShape {
  static var element: any Decodable.Type { get }
  static var isUnique: Bool { get }
  static func make(_ elements: [Any]) -> Self
}

extension Array: SequenceShape where Element: Decodable {
  static var element: any Decodable.Type { Element.self }
  static var isUnique: Bool { false }
  static func make(_ elements: [Any]) -> Self { elements.compactMap { $0 as? Element } }
}

extension ContiguousArray: SequenceShape where Element: Decodable {
  static var element: any Decodable.Type { Element.self }
  static var isUnique: Bool { false }
  static func make(_ elements: [Any]) -> Self { Self(elements.compactMap { $0 as? Element }) }
}

extension ArraySlice: SequenceShape where Element: Decodable {
  static var element: any Decodable.Type { Element.self }
  static var isUnique: Bool { false }
  static func make(_ elements: [Any]) -> Self { Self(elements.compactMap { $0 as? Element }) }
}

extension Set: SequenceShape where Element: Decodable {
  static var element: any Decodable.Type { Element.self }
  static var isUnique: Bool { true }
  static func make(_ elements: [Any]) -> Self { Self(elements.compactMap { $0 as? Element }) }
}

protocol DictionaryShape {
  static var key: any Decodable.Type { get }
  static var value: any Decodable.Type { get }
  static func make(_ key: Any?, _ value: Any?) -> Self
}

extension Dictionary: DictionaryShape where Key: Decodable, Value: Decodable {
  static var key: any Decodable.Type { Key.self }
  static var value: any Decodable.Type { Value.self }
  static func make(_ key: Any?, _ value: Any?) -> Self {
    guard let key = key as? Key, let value = value as? Value else { return [:] }
    return [key: value]
  }
}
