// swift-tools-version: 6.3

import PackageDescription

// Measures the package as a consumer builds it. It stands in a folder of its own, so that consumers see nothing of it.
let package = Package(
  name: "Benchmarks",
  platforms: [.macOS(.v15)],
  dependencies: [.package(name: "swift-llm-spec", path: "..")],
  targets: [
    .executableTarget(
      name: "JSONBenchmark", dependencies: [.product(name: "StructuredOutput", package: "swift-llm-spec")]),
    .executableTarget(
      name: "JSONSchemaBenchmark", dependencies: [.product(name: "StructuredOutput", package: "swift-llm-spec")]),
    .executableTarget(
      name: "FixtureReplayBenchmark",
      dependencies: [
        .product(name: "FixtureReplay", package: "swift-llm-spec"),
        .product(name: "LanguageModels", package: "swift-llm-spec"),
        .product(name: "SpecRecords", package: "swift-llm-spec"),
        .product(name: "StructuredOutput", package: "swift-llm-spec"),
      ]),
    .executableTarget(
      name: "TextMetricsBenchmark", dependencies: [.product(name: "TextMetrics", package: "swift-llm-spec")]),
    .executableTarget(
      name: "EncoderBenchmark", dependencies: [.product(name: "SemanticSimilarity", package: "swift-llm-spec")]),
  ]
)
