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

  static let embed = """
    Turns texts into vectors with the sentence encoder that comes with the package, without a network and without a
    key. It reads a JSON object with "text" a line (JSON Lines), and writes each line again, in the order of the lines,
    with these added:

      vector     The numbers; their squares add up to 1, so that the product of two vectors is their cosine.
      tokens     How many tokens went into it.
      windows    In how many parts the text was taken: 1 for a text of up to 128 tokens.
      truncated  Whether a part of the text was left out because it is too long.
      encoder    The model that made it, with its version. Vectors of two models cannot be compared.

    USAGE
      llmspec similarity embed FILE|-

    The encoder knows English; vectors of texts in other languages mean little. A line of more than 4 MiB, or one that
    cannot be used, is answered with "error" and the number of the line. - reads the standard input.

    EXIT STATUS
      0  Every line has its vector.
      1  A line could not be used; the others have their vectors.
      2  The encoder or the file cannot be read, or the command was used wrongly.
    """
}
