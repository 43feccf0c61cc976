/// Which trial of a spec the running task belongs to.
public enum TrialNumber {
  /// The trial, from 1. A test without trials is in its first.
  @TaskLocal public static var current = 1
}
