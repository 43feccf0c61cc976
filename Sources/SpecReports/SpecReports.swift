/// What is drawn from the records of a run, for people and for other tools.
///
/// ``ConsoleSummary`` is the paragraph at the end of a run. ``DriftComparison`` holds two times that a spec ran against
/// each other, and ``DriftReport`` lists what is different. Every report reads a ``RunTally`` or the records
/// themselves; none reads console text.
public enum SpecReports {}
