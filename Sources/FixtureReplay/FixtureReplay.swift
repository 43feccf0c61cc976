/// Recorded answers that stand in for providers, so that specs run offline, free and the same each time.
///
/// A ``FixtureStore`` holds what is recorded for one test and knows the file it lives in. A ``FixtureTransport``
/// stands in the place of the live transport for the length of a case and finds, by the identity of each request, the
/// recorded answer; in the recording modes it asks the provider, keeps the answer and gives the app what was kept. A
/// ``FixtureRedactor`` takes credentials, and the personal data that a spec declares, out of requests before they are
/// looked up and out of all that is kept.
///
/// This package's own providers find it by themselves. An app's own HTTP code takes
/// `URLSessionConfiguration.replaying`, or is let in by ``SharedURLSession`` where it uses `URLSession.shared`; any other
/// client is given a ``replayingAddress(for:)``, and one that belongs to no test that of a ``FixtureServer``.
public enum FixtureReplay {
  /// The version of the fixture file's format. A file of a newer one is refused, not guessed at.
  public static let formatVersion = 1
  /// The version of the rules that make a request's identity, declared normalisers included.
  public static let identityVersion = 1
}
