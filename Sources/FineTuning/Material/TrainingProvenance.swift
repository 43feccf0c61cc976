import SpecRecords

/// Where a piece of training material comes from. It stays out of the rows, where trainers refuse further columns.
public struct TrainingProvenance: Sendable, Hashable {
  /// The spec's name.
  public var spec: String
  /// The case of a parameterised test; nil for a test without parameters.
  public var `case`: String?
  /// The trial, from 1.
  public var trial: Int
  /// The model that answered.
  public var model: String
  /// What the spec's body came to.
  public var verdict: Verdict

  /// Makes a provenance.
  public init(spec: String, case: String? = nil, trial: Int = 1, model: String, verdict: Verdict) {
    self.spec = spec
    self.case = `case`
    self.trial = trial
    self.model = model
    self.verdict = verdict
  }
}
