import SpecRecords

extension RecordingCommand {
  /// The command that records one test.
  init(mode: FixtureMode, test: SpecIdentity) {
    self.init(mode: mode.rawValue, specs: [test.description])
  }
}
