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

/// The encoder's arithmetic once more, for x86-64 processors with AVX2. `#if` sees the machine that builds, which need not
/// be the one that the build is for: with `LLMSPEC_BASELINE_KERNEL=1` it is left out.
#if os(Linux) && arch(x86_64)
  let hasFastKernels = Context.environment["LLMSPEC_BASELINE_KERNEL"] == nil
#else
  let hasFastKernels = false
#endif
let fastKernels: [Target] =
  hasFastKernels
  ? [
    .target(
      name: "SemanticSimilarityAVX2",
      swiftSettings: hot + [.define("AVX2"), .unsafeFlags(["-target-cpu", "haswell"])])
  ] : []

let package = Package(
  name: "swift-llm-spec",
  platforms: [.macOS(.v15), .iOS(.v18), .tvOS(.v18), .watchOS(.v11), .visionOS(.v2)],
  products: [
    .library(name: "LLMSpec", targets: ["LLMSpec"]),
    .library(name: "LanguageModels", targets: ["LanguageModels"]),
    .library(name: "StructuredOutput", targets: ["StructuredOutput"]),
    .library(name: "TextMetrics", targets: ["TextMetrics"]),
    .library(name: "SemanticSimilarity", targets: ["SemanticSimilarity"]),
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

    // Floor 1: what a call and a record are, and what a text means.
    .target(
      name: "SpecRecords", dependencies: ["StructuredOutput", "DurableFiles"], swiftSettings: hot),
    .target(name: "LanguageModels", dependencies: ["StructuredOutput"], swiftSettings: hot),
    .target(name: "LoopbackHTTP", swiftSettings: everywhere),
    .target(
      name: "SemanticSimilarity",
      dependencies: ["DurableFiles", "StructuredOutput", "TextMetrics"] + fastKernels.map { .target(name: $0.name) },
      resources: [.copy("Resources/SentenceEncoder")],
      swiftSettings: hot + (hasFastKernels ? [.define("X86_64_KERNELS")] : [])),

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
      dependencies: ["LanguageModels", "SemanticSimilarity", "SpecRecords", "StructuredOutput", "TextMetrics"],
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
        "AnswerScoring", "DurableFiles", "FixtureReplay", "LanguageModels", "SemanticSimilarity", "SpecRecords",
        "SpecReports", "StructuredOutput", "TextMetrics",
      ],
      swiftSettings: everywhere),

    // Floor 7: the tool.
    .executableTarget(
      name: "LLMSpecTool",
      dependencies: [
        "DurableFiles", "FineTuning", "FixtureReplay", "SemanticSimilarity", "SpecRecords", "SpecReports",
        "StructuredOutput", "TextMetrics",
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
    .testTarget(
      name: "SemanticSimilarityTests",
      dependencies: ["DurableFiles", "SemanticSimilarity", "StructuredOutput", "TextMetrics"],
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
      dependencies: [
        "AnswerScoring", "LanguageModels", "SemanticSimilarity", "SpecRecords", "StructuredOutput", "TextMetrics",
      ],
      exclude: ["LabelledAnswers"], swiftSettings: everywhere),
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
        "FixtureReplay", "LLMSpecTool", "LanguageModels", "LoopbackHTTP", "SemanticSimilarity", "SpecRecords",
        "StructuredOutput", "TextMetrics",
      ],
      swiftSettings: everywhere),
  ] + fastKernels
)
