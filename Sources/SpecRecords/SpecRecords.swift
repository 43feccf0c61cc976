/// What a spec found, and the records of it that every report and export reads.
///
/// A ``Verdict`` says what an expectation, a trial or a spec came to. A ``RunRecord`` is one line of a run's record; a
/// ``RunTally`` adds them up. A ``SpecShard`` says which machine runs a spec, and ``ShardMerge`` makes one run of the
/// records of all machines. Nothing in the package reads console text.
public enum SpecRecords {
  /// The version of the run record's format, written in the first line of each file.
  public static let formatVersion = 1
}
