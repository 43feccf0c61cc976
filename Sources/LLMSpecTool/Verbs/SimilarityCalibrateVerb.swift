import SemanticSimilarity

/// Fits what the cosines of an encoder mean.
struct SimilarityCalibrateVerb: Verb {
  static let sameFrom = Option(name: "--same-from", value: "SCORE")
  static let json = Option(name: "--json")

  let name = "similarity calibrate"
  let syntax = ArgumentSyntax(options: [sameFrom, json], words: ["FILE"])

  func perform(_ arguments: ParsedArguments, at workplace: Workplace, telling console: Console) throws -> Int32 {
    let sameFrom = try arguments.number(Self.sameFrom, in: -1e9...1e9, verb: name)
    let input = try JSONInput(arguments, of: self, at: workplace)
    var pairs = LabelledPairs(sameFrom: sameFrom)
    do {
      try pairs.read(input.lines())
      complain(about: pairs, in: input, to: console)
      let report = try report(on: pairs)
      console.say(arguments[Self.json] == nil ? report.text : report.json.outputLine)
    } catch let error as UnusableInput {
      return unusable(error.description, console)
    } catch let error as SentenceEncoderError {
      return unusable(error.description, console)
    } catch let error as CalibrationFitError {
      return unusable("\(input.name): \(error.description)", console)
    }
    return pairs.problemCount == 0 ? 0 : 1
  }

  private func report(on pairs: LabelledPairs) throws(CalibrationFitError) -> CalibrationReport {
    let calibration = try ScoreCalibration.fit(pairs.cosines)
    // Vectors of lines that differ in their kind are of different encoders.
    let isOneKind = pairs.vectors.count == min(pairs.cosines.count, LabelledPairs.mostVectors)
    let windowed = isOneKind ? try WindowedCalibration.fit(LabelledWindow.windows(of: pairs.vectors)) : nil
    return CalibrationReport(
      encoder: pairs.isGiven ? nil : SentenceEncoder.identifier, calibration: calibration, windowed: windowed,
      figures: calibration.figures(on: pairs.cosines))
  }

  private func complain(about pairs: LabelledPairs, in input: JSONInput, to console: Console) {
    for problem in pairs.problems { console.complain("\(input.name): \(problem)") }
    if pairs.problemCount > 0 {
      console.complain(
        "\(input.name): \(pairs.problemCount) of \(counted(pairs.lineCount, "line")) could not be used.")
    }
    if pairs.foreignCount > 0 {
      console.complain(
        "\(input.name): \(counted(pairs.foreignCount, "pair")) left out, in a language that the encoder does not know.")
    }
    if pairs.isGiven, pairs.isMeasured {
      console.complain(
        "\(input.name): some lines have texts and some have cosines or vectors, so that they are of different encoders."
      )
    }
  }

  private func unusable(_ problem: String, _ console: Console) -> Int32 {
    console.complain(problem)
    return LLMSpecTool.wrongUse
  }
}
