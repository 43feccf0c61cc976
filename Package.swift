// swift-tools-version: 6.3

import PackageDescription

/// Settings of every target: the proposals SE-0335 and SE-0444.
let everywhere: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Modules whose inner loops run on every call of every spec. `swift test` builds without
/// optimisation, which would make these tens of times slower than users will accept.
let hot: [SwiftSetting] = everywhere + [.unsafeFlags(["-O"], .when(configuration: .debug))]

let package = Package(
  name: "swift-llm-spec",
  platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
  products: [
    .library(name: "LLMSpec", targets: ["LLMSpec"]),
    .library(name: "LanguageModels", targets: ["LanguageModels"]),
    .library(name: "StructuredOutput", targets: ["StructuredOutput"]),
    .library(name: "TextMetrics", targets: ["TextMetrics"]),
    .library(name: "SpecRecords", targets: ["SpecRecords"]),
    .library(name: "FixtureReplay", targets: ["FixtureReplay"]),
    .library(name: "AnswerScoring", targets: ["AnswerScoring"]),
    .library(name: "FineTuning", targets: ["FineTuning"]),
    .library(name: "SpecReports", targets: ["SpecReports"]),
    .executable(name: "llmspec", targets: ["LLMSpecTool"]),
  ],
  targets: [
    // Floor 0: standards, text and files.
    .target(name: "StructuredOutput", swiftSettings: hot),
    .target(name: "TextMetrics", swiftSettings: hot),
    .target(name: "DurableFiles", swiftSettings: hot),

    // Floor 1: what a call and a record are.
    .target(
      name: "SpecRecords", dependencies: ["StructuredOutput", "DurableFiles"], swiftSettings: hot),
    .target(name: "LanguageModels", dependencies: ["StructuredOutput"], swiftSettings: hot),
    .target(name: "LoopbackHTTP", swiftSettings: everywhere),

    // Floor 2: recording and replaying.
    .target(
      name: "FixtureReplay",
      dependencies: [
        "DurableFiles", "LanguageModels", "LoopbackHTTP", "SpecRecords", "StructuredOutput", "TextMetrics",
      ],
      swiftSettings: hot),

    // Floor 3: scoring an answer.
    .target(
      name: "AnswerScoring",
      dependencies: ["LanguageModels", "SpecRecords", "StructuredOutput", "TextMetrics"],
      swiftSettings: everywhere),

    // Floor 5: what is made of run records.
    .target(
      name: "FineTuning",
      dependencies: ["DurableFiles", "LanguageModels", "SpecRecords", "StructuredOutput"],
      swiftSettings: everywhere),
    .target(
      name: "SpecReports", dependencies: ["SpecRecords", "StructuredOutput", "TextMetrics"],
      swiftSettings: everywhere),

    // Floor 6: what a test imports.
    .target(
      name: "LLMSpec",
      dependencies: [
        "AnswerScoring", "DurableFiles", "FixtureReplay", "LanguageModels", "SpecRecords", "SpecReports",
        "StructuredOutput", "TextMetrics",
      ],
      swiftSettings: everywhere),

    // Floor 7: the tool.
    .executableTarget(
      name: "LLMSpecTool",
      dependencies: [
        "DurableFiles", "FineTuning", "FixtureReplay", "SpecRecords", "SpecReports", "StructuredOutput",
      ],
      swiftSettings: everywhere),

    // The worked example: a real assistant, its prompts and its specs.
    .target(
      name: "SupportAssistant", dependencies: ["LanguageModels", "StructuredOutput"],
      path: "Specs/SupportAssistant", swiftSettings: everywhere),
    .testTarget(
      name: "SupportAssistantSpecs", dependencies: ["LLMSpec", "SupportAssistant"],
      path: "Specs/SupportAssistantSpecs", swiftSettings: everywhere),

    // The framework's own tests.
    .testTarget(
      name: "StructuredOutputTests", dependencies: ["StructuredOutput"], swiftSettings: everywhere),
    .testTarget(name: "TextMetricsTests", dependencies: ["TextMetrics"], swiftSettings: everywhere),
    .testTarget(name: "DurableFilesTests", dependencies: ["DurableFiles"], swiftSettings: everywhere),
    .testTarget(
      name: "SpecRecordsTests", dependencies: ["SpecRecords", "StructuredOutput"], swiftSettings: everywhere),
    .testTarget(
      name: "LanguageModelsTests", dependencies: ["LanguageModels", "LoopbackHTTP", "StructuredOutput"],
      swiftSettings: everywhere),
    .testTarget(name: "LoopbackHTTPTests", dependencies: ["LoopbackHTTP"], swiftSettings: everywhere),
    .testTarget(
      name: "FixtureReplayTests",
      dependencies: [
        "DurableFiles", "FixtureReplay", "LanguageModels", "LoopbackHTTP", "SpecRecords", "StructuredOutput",
      ],
      swiftSettings: everywhere),
    .testTarget(
      name: "AnswerScoringTests",
      dependencies: ["AnswerScoring", "LanguageModels", "SpecRecords", "StructuredOutput"],
      swiftSettings: everywhere),
    .testTarget(
      name: "FineTuningTests", dependencies: ["FineTuning", "LanguageModels", "SpecRecords", "StructuredOutput"],
      swiftSettings: everywhere),
    .testTarget(
      name: "SpecReportsTests", dependencies: ["SpecRecords", "SpecReports", "StructuredOutput"],
      swiftSettings: everywhere),
    .testTarget(
      name: "LLMSpecTests",
      dependencies: ["LLMSpec", "LoopbackHTTP"], swiftSettings: everywhere),
    .testTarget(
      name: "LLMSpecToolTests",
      dependencies: [
        "FixtureReplay", "LLMSpecTool", "LanguageModels", "LoopbackHTTP", "SpecRecords", "StructuredOutput",
      ],
      swiftSettings: everywhere),
  ]
)
