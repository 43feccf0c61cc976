import AnswerScoring
import Foundation
import LanguageModels
import SemanticSimilarity
import SpecRecords
import Testing

/// The examples of the article on semantic matches, each built and run; a test holds them against the article's text.
@Suite("Examples of the article on semantic matches")
struct SemanticArticleTests {
  @Test("What a match says")
  func said() async throws {
    let match = try await SemanticMatcher().match(
      "Hi Anna! You have **30 days** from delivery to return your shoes. Returns are free.",
      "You can return shoes within 30 days of delivery.")
    print(match.verdict)  // passed
    #expect(match.verdict == .passed)
    #expect(match.extraSentences == ["Hi Anna!", "Returns are free."])
  }

  @Test("What is changed")
  func changed() async throws {
    let changed = try await SemanticMatcher().match(
      "Hi Anna! You have 60 days from delivery to return your shoes.",
      "You can return shoes within 30 days of delivery.")
    print(changed.factVerdict.name)  // contradicts
    print(changed.reason)
    #expect(changed.factVerdict == .contradicts)
    #expect(try Self.article().contains("```\n\(changed.reason)\n```"), "\(changed.reason)")
  }

  @Test("A free rewording that the encoder does not see")
  func rewording() async throws {
    let known = try await SemanticMatcher().match(
      "You get your money back within a month.", "Refunds are paid within 30 days.")
    #expect(known.verdict == .passed)
    #expect(abs((known.similarity ?? 0) - 0.44) < 0.01)
    #expect(abs((known.match ?? 0) - 0.72) < 0.02)
    let match = try await SemanticMatcher().match("You can only buy from us online.", "We have no physical stores.")
    #expect(match.verdict == .failed)
    #expect(abs((match.similarity ?? 0) - 0.33) < 0.01)
    #expect(abs((match.match ?? 0) - 0.10) < 0.02)
    #expect(match.factVerdict == .agrees)
    #expect(!match.reason.contains("Beside it"))
  }

  @Test("Another encoder")
  func another() async throws {
    let encoder = SemanticMatcherTests.ScriptedEncoder { $0.map { _ in [1, 0] } }
    let calibration = SemanticMatcherTests.calibration
    let (answer, reference) = ("Schuhe kosten Geld.", "Schuhe kosten Geld.")
    let multilingual = encoder.calibrated(by: calibration)
    let match = try await SemanticMatcher(model: multilingual).match(answer, reference)
    #expect(match.verdict == .passed)
  }

  @Test("The article shows just these examples")
  func examples() throws {
    let built = Self.bare(try String(contentsOf: URL(filePath: #filePath), encoding: .utf8))
    let blocks = try Self.article().components(separatedBy: "```swift\n").dropFirst().compactMap {
      $0.components(separatedBy: "\n```\n").first
    }
    #expect(blocks.count == 3)
    for block in blocks { #expect(built.contains(Self.bare(block)), "\(block)") }
  }

  private static func article() throws -> String {
    let package = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let path = "Sources/AnswerScoring/AnswerScoring.docc/WhatASemanticMatchMeans.md"
    return try String(contentsOf: package.appending(path: path), encoding: .utf8)
  }

  /// The lines without their indentation.
  private static func bare(_ text: String) -> String {
    text.split(separator: "\n").map { $0.trimmingCharacters(in: .whitespaces) }.joined(separator: "\n")
  }
}
