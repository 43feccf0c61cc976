/// The texts that explain how fixtures are recorded in batches and follow edited prompts.
enum FixturesUsage {
  static let plan = """
    Runs the specs on their fixtures, collects every call that has none, and writes these calls as files of requests
    for a batch: at the provider's price for batches, or on any engine that takes such a file.

    USAGE
      llmspec fixtures plan [--filter REGEX]… [--judge SPEC] [--output DIR] [--format FORMAT] [--package-path DIR]
                            [-- ARGUMENT…]

    OPTIONS
      --filter REGEX      Run the tests whose name matches, as swift test does; may be repeated.
      --judge SPEC        The judge of specs that name none, as in LLMSPEC_JUDGE.
      --output DIR        Where the files go. Default: .build/llmspec/plan under the package's root. The files of an
                          earlier plan are replaced.
      --format FORMAT     openai, anthropic or auto. Default: auto, each call in the format that it is made in.
      --package-path DIR  The folder of the package. Default: the nearest at or above the current one.
      -- ARGUMENT…        Further arguments of swift test.

    FILES
      batch-openai.jsonl    OpenAI Batch: one file a model and address, -2, -3 and so on where there are several or
                            one would be too large. vLLM run-batch, Groq and Together read it too.
      batch-anthropic.json  Anthropic Message Batches.
      plan.jsonl            What the answers belong to; llmspec fixtures fulfil reads it.

    A call may follow from the answer to another, so plan and fulfil in turns until nothing is missing:
      llmspec fixtures plan
      llmspec fixtures fulfil results.jsonl
    A call that streams is planned as one that does not; its answer replays as a stream. Calls that no batch takes, and
    those of tests that declare personal data, are listed and not planned.

    EXIT STATUS
      0  Nothing is missing.
      1  No spec ran, or calls are missing that no batch takes.
      2  The command was used wrongly.
      4  Calls are missing, and the plan is written.
      128 + N  Ended by signal N.
      Where swift test fails before any spec runs, its own status.
    """

  static let fulfil = """
    Turns the results of batches into fixtures. Lines may stand in any order. Answers that are there already stay as
    they are; errors are reported and never kept.

    USAGE
      llmspec fixtures fulfil RESULTS… [--plan DIR] [--package-path DIR]

    RESULTS are files of results: the output and error files of an OpenAI batch or of what follows its format (vLLM
    run-batch, Groq, Together, Mistral), or the results of an Anthropic message batch. An engine of your own writes a
    line for each request: {"custom_id": …, "response": …}, with the whole answer.

    OPTIONS
      --plan DIR          The folder that llmspec fixtures plan wrote. Default: .build/llmspec/plan under the package's
                          root.
      --package-path DIR  The folder of the package. Default: the nearest at or above the current one.

    EXIT STATUS
      0  Every result is an answer to a call of the plan.
      1  A result is an error, cannot be read, or belongs to no call of the plan; the others are kept.
      2  The command was used wrongly.
    """

  static let rekey = """
    Lets fixtures follow prompts that were edited, where you know that the edit does not matter. It runs the specs,
    pairs every call that has no fixture with the unused exchange of its test that is most like it, and gives that
    exchange the new request. The answer, its time and its digest stay. It goes on until nothing is missing, as a call
    may follow from the answer to another, and prints every difference.

    USAGE
      llmspec fixtures rekey [--filter REGEX]… [--judge SPEC] [--dry-run] [--package-path DIR] [-- ARGUMENT…]

    OPTIONS
      --filter REGEX      Run the tests whose name matches, as swift test does; may be repeated.
      --judge SPEC        The judge of specs that name none, as in LLMSPEC_JUDGE.
      --dry-run           Change nothing; print what would follow in the first round.
      --package-path DIR  The folder of the package. Default: the nearest at or above the current one.
      -- ARGUMENT…        Further arguments of swift test.

    Case, trial, draw, path, model and kind of prompt must be the same, and so must half of the whole wording and a
    quarter of that of each text that changed. Whether an edit matters, only a new recording can tell:
    LLMSPEC_MODE=rerecord.

    EXIT STATUS
      0  Nothing is missing any more; with --dry-run, everything could be paired.
      1  A call could not be paired, and has to be recorded; or no spec ran.
      2  The command was used wrongly.
      128 + N  Ended by signal N.
      Where swift test fails before any spec runs, its own status.
    """
}
