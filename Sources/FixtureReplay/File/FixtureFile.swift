import DurableFiles
import Foundation
import StructuredOutput

/// What one fixture file holds: the exchanges of one test.
public struct FixtureFile: Sendable, Hashable {
  /// The test that it belongs to, as in `SpecIdentity.description`.
  public var test: String
  /// The version of the redaction rules that it was written with.
  public var redactionVersion: Int
  /// The version of the identity rules that it was written with.
  public var identityVersion: Int
  /// What was recorded, in the order of the file.
  public var exchanges: [FixtureExchange]

  /// Makes a file.
  public init(
    test: String, redactionVersion: Int = FixtureRedactor.version,
    identityVersion: Int = FixtureReplay.identityVersion, exchanges: [FixtureExchange] = []
  ) {
    self.test = test
    self.redactionVersion = redactionVersion
    self.identityVersion = identityVersion
    self.exchanges = exchanges
  }

  /// The most bytes of a file, 256 MiB.
  public static let maximumBytes = 256 << 20

  /// Reads a file; nil where there is none.
  ///
  /// - Throws: ``FixtureFault`` that says what is wrong with the file, where, and what to do.
  public static func read(_ url: URL) throws(FixtureFault) -> FixtureFile? {
    let bytes: [UInt8]?
    do throws(FileFault) {
      bytes = try DurableFile.read(url, maximumBytes: maximumBytes)
    } catch {
      throw FixtureFault(.unreadable, "\(error)")
    }
    guard let bytes else { return nil }
    do throws(FixtureFormatError) {
      return try FixtureFile(bytes: bytes, media: FixtureMedia(of: url))
    } catch {
      throw FixtureFault(
        .unreadable,
        """
        The fixture \(url.path) cannot be used: \(error.reason)
        It was left as it is. Bring it back with `git checkout`, or delete it and record it again.
        """)
    }
  }

  /// Writes the file whole and renames it into place, unless it already holds just that.
  ///
  /// - Throws: ``FixtureFault`` where the folder cannot be written or what would be written still looks like it holds a
  ///   credential, or personal data that the redactor knows: it says what and where, never the value.
  public func write(_ url: URL, redactor: FixtureRedactor = .standard) throws(FixtureFault) {
    let (text, media) = encoded
    if let remainder = redactor.remainder(in: self) ?? redactor.credentialRemainder(inFileText: text) {
      throw FixtureFault(
        .holdsCredential,
        """
        The fixture \(url.path) was not written: it would hold \(remainder). \
        Keep such data out of names of fields and of tests, then record again.
        """)
    }
    let bytes = Array(text.utf8)
    guard bytes.count <= Self.maximumBytes else {
      throw FixtureFault(
        .unwritable,
        """
        The fixture \(url.path) was not written: it would have \(bytes.count) bytes, and one of more than \
        \(Self.maximumBytes) is not read again. Ask for less in this test, or split it.
        """)
    }
    do throws(FileFault) {
      if try DurableFile.read(url, maximumBytes: Self.maximumBytes) == bytes, media.isEmpty { return }
    } catch {
      throw FixtureFault(.unwritable, "The fixture was not written. \(error)")
    }
    // First what the file refers to: it must never refer to what is not there.
    try FixtureMedia(of: url).write(media, redactor: redactor)
    do throws(FileFault) {
      try DurableFile.replace(url, with: bytes)
    } catch {
      throw FixtureFault(.unwritable, "The fixture was not written. \(error)")
    }
  }

  /// This file with other exchanges added: one of an equal key takes the place of the old one, new ones stand after the
  /// old ones of their case and trial.
  public func merging(_ additions: [FixtureExchange]) -> FixtureFile {
    var merged = self
    var positions: [CallKey: Int] = [:]
    for (index, exchange) in merged.exchanges.enumerated() { positions[exchange.key] = index }
    for addition in additions {
      if let position = positions[addition.key] {
        merged.exchanges[position] = addition
      } else {
        positions[addition.key] = merged.exchanges.count
        merged.exchanges.append(addition)
      }
    }
    let ordered = merged.exchanges.enumerated().sorted { left, right in
      let (a, b) = (left.element.key, right.element.key)
      let (caseOfA, caseOfB) = (a.case ?? "", b.case ?? "")
      if caseOfA != caseOfB { return caseOfA < caseOfB }
      if a.trial != b.trial { return a.trial < b.trial }
      return left.offset < right.offset
    }
    merged.exchanges = ordered.map(\.element)
    merged.redactionVersion = FixtureRedactor.version
    merged.identityVersion = FixtureReplay.identityVersion
    return merged
  }
}

/// What makes the bytes of a file no fixture.
struct FixtureFormatError: Error {
  let reason: String
}
