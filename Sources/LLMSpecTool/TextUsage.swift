/// The texts that explain how texts are compared without a test.
enum TextUsage {
  static let score = """
    Scores texts against references, a JSON object a line (JSON Lines). It writes each line again, with its scores
    added as "scores": {"rouge-l": 0.8, …}, in the order of the lines.

    USAGE
      llmspec text score --metric NAME,… FILE|-
      llmspec text score --list

    OPTIONS
      --metric NAME,…  The metrics, such as rouge-l,bleu,wer; may be repeated.
      --list           Print every metric: its name, its range, which end of it is the better one, what it says.

    A line has the text as "candidate" (or "a"), and what it is compared with as "reference", "references" (or "b"): a
    string or an array of strings. Of several references the one that scores best counts; bleu counts what any of them
    has. A score that would take too long to work out is null (damerau-levenshtein of very long texts alone). A line
    of more than 4 MiB, or one that cannot be used, is answered with "error" and the number of the line.
    - reads the standard input.

    EXIT STATUS
      0  Every line is scored.
      1  A line could not be used; the others are scored.
      2  The file cannot be read, or the command was used wrongly.
    """
}
