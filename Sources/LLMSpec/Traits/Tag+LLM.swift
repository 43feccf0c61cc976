import Testing

extension Tag {
  /// Marks a spec of software that is built on a language model.
  @Tag public static var llm: Self
}
