import SemanticSimilarity

/// The texts that explain how meanings are compared without a test.
enum SimilarityUsage {
  private static let kinds = FactKinds.each.map(\.argument) + ["all", "none"]
  private static let firstKinds = kinds.prefix(8).joined(separator: ", ")
  private static let otherKinds = kinds.dropFirst(8).joined(separator: ", ")

  static let score = """
    Says of pairs of texts whether they mean the same, facts included, without a network and without a key. It reads a
    JSON object a line (JSON Lines) with "a", what is to be said (or "reference"), and "b", what is said (or "answer"),
    and writes each line again, in the order of the lines, with these added:

      similarity  The cosine of the two texts' vectors, -1 to 1; null in a language that the encoder does not know.
      match       What that means: the probability, 0 to 1, that people call such texts the same, facts aside; or null.
      facts       Where they disagree on a fact, each: "kind", "relation" (contradicts, or missing in b), "a" and "b"
                  ("text", "start" and "end", counted in code points from 0, the end not included; b is null for a
                  missing fact), "explanation".
      same        One number for both, 0 to 1. Without a similarity it is made of the wording instead.
      verdict     same, different, contradicts, or unchecked: in a language that the encoder does not know, where
                  neither facts nor wording settle it.
      reason      Why, in a sentence.
      encoder     The model that measured the similarity, with its version; or null.
      language    The language of both, as en or de; mul for different ones, und for an unknown one; null without words.
      notes       What was left out or not checked, as an array of sentences.

    USAGE
      llmspec similarity score [--facts KIND,…] [--threshold NUMBER] FILE|-

    OPTIONS
      --facts KIND,…      The kinds of facts to compare; may be repeated. Default: all. They are:
                          \(firstKinds),
                          \(otherKinds).
      --threshold NUMBER  The value of same from which the verdict is same. Default: \(PairScore.defaultThreshold).

    A line of more than 4 MiB, or one that cannot be used, is answered with "error" and the number of the line. Lines
    that are there already are worked on together; no answer waits for a line that is not. - reads the standard input.

    EXIT STATUS
      0  Every line has its score.
      1  A line could not be used; the others have their scores.
      2  The encoder or the file cannot be read, or the command was used wrongly.
    """

  static let calibrate = """
    Fits what the cosines of an encoder mean: the probability that people call two such texts the same in meaning. It
    reads labelled pairs, a JSON object a line (JSON Lines), and prints the curve, how good it is, what each threshold
    lets through, and the line of Swift that holds it.

    A line has one of these:
      "a" and "b"                two texts; the encoder of this package measures them
      "a_vector" and "b_vector"  their vectors, by an encoder of yours
      "similarity"               their cosine, by an encoder of yours
    and a label: "same", true or false, or "score" with --same-from.

    USAGE
      llmspec similarity calibrate [--same-from SCORE] [--json] FILE|-

    OPTIONS
      --same-from SCORE  The score from which a pair counts as the same, such as 4 of 5.
      --json             Print one JSON object instead: "encoder", "pairs", "same", "slope", "offset", "windowed" (or
                         null), "brier", "constant_brier", "calibration_error", "area_under_curve", "thresholds", each
                         with "match", "cosine", "false_accept_rate", "false_refuse_rate" and "precision" (or null).

    The figures are those of the pairs that it is fitted on. At least five pairs of each kind are needed, and some
    hundred for figures to rely on. With texts or vectors, the best cosine of several windows is calibrated too: each
    "a" is sought among its own "b" and those of other lines, and among those of others alone; the first 2,000 lines
    are used. Pairs in a language that the encoder of this package does not know are left out. - reads the standard
    input.

    EXIT STATUS
      0  The curve is fitted.
      1  A line could not be used; the curve is fitted to the others.
      2  No curve fits, the encoder or the file cannot be read, or the command was used wrongly.
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
