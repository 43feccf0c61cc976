import StructuredOutput
import TextMetrics

/// Scores texts against references.
struct TextScoreVerb: Verb {
  static let metric = Option(name: "--metric", value: "NAME,…", isRepeatable: true)
  static let list = Option(name: "--list")

  let name = "text score"
  let syntax = ArgumentSyntax(options: [metric, list], words: ["FILE"])

  func perform(_ arguments: ParsedArguments, at workplace: Workplace, telling console: Console) throws -> Int32 {
    if arguments[Self.list] != nil {
      console.say(Self.table)
      return 0
    }
    let metrics = try metrics(arguments)
    let input = try JSONInput(arguments, of: self, at: workplace)
    do throws(UnusableInput) {
      return try AnnotatedLines(input: input, console: console).answer { (line) throws(UnusableLine) in
        let candidate = try line.text(at: ["candidate", "a"])
        let references = try line.texts(at: ["references", "reference", "b"])
        var scores = JSONObject()
        for metric in metrics {
          let score = metric.score(candidate, references: references).flatMap { JSONNumber($0) }
          scores[metric.name] = score.map { .number($0) } ?? .null
        }
        line["scores"] = .object(scores)
      }
    } catch {
      console.complain(error.description)
      return LLMSpecTool.wrongUse
    }
  }

  /// The metrics in the order in which they are named, each once.
  private func metrics(_ arguments: ParsedArguments) throws(UsageError) -> [TextMetric] {
    let choices = TextMetric.all.map(\.name)
    _ = try arguments.required(Self.metric, choices: choices)
    var metrics: [TextMetric] = []
    for name in arguments.all(Self.metric).flatMap({ $0.split(separator: ",", omittingEmptySubsequences: false) }) {
      guard let metric = TextMetric(named: String(name)) else {
        throw arguments.notAChoice(String(name), of: Self.metric, choices: choices)
      }
      if !metrics.contains(metric) { metrics.append(metric) }
    }
    return metrics
  }

  /// Every metric on a line: its name, its range, which end is the better one, and what it says.
  private static var table: String {
    let rows = TextMetric.all.map { metric in
      let upper = metric.range.upperBound.isFinite ? String(Int(metric.range.upperBound)) : "∞"
      return [
        metric.name, "\(Int(metric.range.lowerBound))–\(upper)", metric.isHigherBetter ? "higher" : "lower",
        metric.summary,
      ]
    }
    let widths = (0..<3).map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count + 2) }.joined() + row[3]
    }.joined(separator: "\n")
  }
}
