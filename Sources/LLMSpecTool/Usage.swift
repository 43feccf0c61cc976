import FineTuning
import FixtureReplay

/// Every text that explains how the tool is used.
enum Usage {
  /// What `llmspec help` prints.
  static let overview = """
    llmspec: run specs of software built on language models, and use what they recorded.

    USAGE
      llmspec VERB [options]

    VERBS
      run                   Run the specs with swift test and print one summary.
      runs                  List the runs that are recorded.
      runs show             Print the summary of a run, and what drifted in it.
      runs merge            Make one run of those of several machines, each of which ran a shard.
      fixtures status       Say which fixtures there are and what is wrong with them.
      fixtures show         Print what a fixture holds: the calls and their answers.
      fixtures verify       Check that every fixture is what a recording would have written.
      fixtures prune        Remove what no test uses any more.
      fixtures plan         Write the calls that have no fixture as files for a batch.
      fixtures fulfil       Turn the results of batches into fixtures.
      fixtures rekey        Let fixtures follow prompts whose edit does not matter.
      fixtures import       Make fixtures of what other tools recorded: HAR files, vcrpy and VCR cassettes.
      fixtures export       Write fixtures as a HAR file.
      serve                 Replay and record fixtures for clients in other processes.
      export                Make a training file of a run's records.
      json validate         Check JSON documents against a JSON Schema.
      json repair           Read the JSON that a model's text means, and say what had to be changed.
      text score            Score texts against references: ROUGE, BLEU, chrF, edit distances and others.
      similarity score      Say whether texts mean the same, and on which facts they disagree.
      similarity embed      Turn texts into vectors with the sentence encoder of this package.
      similarity calibrate  Fit what the cosines of an encoder mean, from labelled pairs.
      help [VERB]           Explain a verb.

    OPTIONS
      --version         Print the version.
      -h, --help        Print this help; behind a verb, the verb's.

    VARIABLES, read by the tool and by swift test alike
      LLMSPEC_MODE      What happens to model calls: replay (the default), record, rerecord, live or drift.
      LLMSPEC_JUDGE     The judge of specs that name none, such as openai:gpt-4.1.
      LLMSPEC_SHARD     The part of the specs that runs, such as 2/8.
      LLMSPEC_FIXTURES  The folder of all fixtures. Default: Fixtures.
      LLMSPEC_ROOT      The package's root, where tests run elsewhere than they were built.

    run, runs, fixtures and export are about the package at or above the current folder, or that of
    --package-path DIR.
    """

  /// What `llmspec help VERB` prints.
  static func text(of verb: any Verb) -> String {
    switch verb {
    case is RunVerb: run
    case is RunsVerb: runs
    case is RunsShowVerb: runsShow
    case is RunsMergeVerb: runsMerge
    case is FixturesStatusVerb: fixturesStatus
    case is FixturesShowVerb: fixturesShow
    case is FixturesVerifyVerb: fixturesVerify
    case is FixturesPruneVerb: fixturesPrune
    case is FixturesPlanVerb: FixturesUsage.plan
    case is FixturesFulfilVerb: FixturesUsage.fulfil
    case is FixturesRekeyVerb: FixturesUsage.rekey
    case is FixturesImportVerb: fixturesImport
    case is FixturesExportVerb: fixturesExport
    case is ServeVerb: serve
    case is ExportVerb: export
    case is JSONValidateVerb: jsonValidate
    case is JSONRepairVerb: jsonRepair
    case is TextScoreVerb: TextUsage.score
    case is SimilarityScoreVerb: SimilarityUsage.score
    case is SimilarityEmbedVerb: SimilarityUsage.embed
    case is SimilarityCalibrateVerb: SimilarityUsage.calibrate
    default: overview
    }
  }

  private static let run = """
    Runs the specs of a package with swift test and prints one summary for all of its processes.

    USAGE
      llmspec run [--mode MODE] [--filter REGEX]… [--judge SPEC] [--shard I/N] [--package-path DIR]
                  [-- ARGUMENT…]

    OPTIONS
      --mode MODE         What happens to model calls. Default: LLMSPEC_MODE, else replay.
                            replay    Answers come from fixtures; no call goes out.
                            record    Calls without a fixture go out, and their answers are added.
                            rerecord  All calls go out, and the fixtures are replaced.
                            live      All calls go out; no fixture is read or written.
                            drift     Every spec runs on its fixture and live, and the differences are
                                      reported. Its body runs twice, with all that its tools do.
      --filter REGEX      Run the tests whose name matches, as swift test does; may be repeated.
      --judge SPEC        The judge of specs that name none, as in LLMSPEC_JUDGE: openai:MODEL,
                          openai-compatible:MODEL or MODEL@http://host/v1.
      --shard I/N         Run the specs of one of N machines, as 2/8, and skip the others. Default:
                          LLMSPEC_SHARD, else all. Tests without .fixtures or withFixtures run on each.
      --package-path DIR  The folder of the package. Default: the nearest at or above the current one.
      -- ARGUMENT…        Further arguments of swift test.

    EXIT STATUS
      0  All tests passed.
      1  A spec or a test failed.
      2  The command was used wrongly.
      3  Nothing is known to have failed, but not everything could be judged.
      128 + N  Ended by signal N.
      Where swift test fails and no spec is red, its own status: what does not build, for example.
    """

  private static let runs = """
    Lists the runs that are recorded under .build/llmspec/runs, oldest first: name, verdict, specs, calls, mode,
    shards, and how many specs drifted.

    USAGE
      llmspec runs [--package-path DIR]

    OPTIONS
      --package-path DIR  The folder of the package. Default: the nearest at or above the current one.
    """

  private static let runsShow = """
    Prints the summary of a run. Of a run in the mode drift, every spec that changed is listed.

    USAGE
      llmspec runs show [RUN] [--package-path DIR]

    RUN is a name that llmspec runs lists, latest (the default), or the path of a run's folder.

    OPTIONS
      --package-path DIR  The folder of the package. Default: the nearest at or above the current one.

    EXIT STATUS
      0  All specs passed.
      1  A spec failed, or the run cannot be read.
      2  The command was used wrongly.
      3  Nothing is known to have failed, but not everything could be judged.
    """

  private static let runsMerge = """
    Makes one run of those of several machines, each of which ran the shard of its LLMSPEC_SHARD, and prints one
    summary. The records are copied; done again, it changes nothing.

    USAGE
      llmspec runs merge FOLDER… [--run NAME] [--package-path DIR]

    A FOLDER is that of a run, or one that holds such folders, as an artifact that was downloaded does.
    Where a shard is there twice, the later run counts.

    OPTIONS
      --run NAME          The name of the merged run. Default: that of the first run, with -merged.
      --package-path DIR  The folder of the package. Default: the nearest at or above the current one.

    EXIT STATUS
      0  All shards are there, and all specs passed.
      1  A spec failed, or the runs do not belong together; nothing is written then.
      2  The command was used wrongly.
      3  Nothing is known to have failed, but a shard is missing or not everything could be judged.
    """

  private static let fixturesStatus = """
    Says which fixtures a package has and what is wrong with them: files that cannot be used, calls that are not
    recorded, exchanges that no test uses, tests that are gone, other models than the tests ask now, old answers,
    media without an exchange, recordings that were cut off.

    USAGE
      llmspec fixtures status [--max-age AGE] [--strict] [--json] [--directory DIR] [--package-path DIR]

    OPTIONS
      --max-age AGE       Name exchanges that are older, as 90d, 12w or 36h.
      --strict            Exit with 1 for anything that was found, not for problems alone.
      --json              Print one JSON object.
      --directory DIR     The folder of all fixtures, from the package's root or absolute.
                          Default: LLMSPEC_FIXTURES, else Fixtures.
      --package-path DIR  The folder of the package. Default: the nearest at or above the current one.

    What is unused or missing is known from the records of the last \(FixtureEvidence.mostRuns) runs under .build/llmspec/runs: for each
    test its newest one counts, if it ran whole, in mode replay. A test is gone where no Swift source of the
    package spells its names.

    EXIT STATUS
      0  No problem.
      1  A fixture cannot be used, or a test makes calls that are not recorded.
      2  The command was used wrongly.
    """

  private static let fixturesShow = """
    Prints what a fixture holds, exchange by exchange: provider, address, model, parameters, messages, answer. Texts
    are whole, streams are put together, and control characters are made visible.

    USAGE
      llmspec fixtures show FIXTURE [--exchange N] [--json] [--directory DIR] [--package-path DIR]

    FIXTURE is the path of a file, or a test as Target/Suite/test.

    OPTIONS
      --exchange N        Only the Nth exchange of the file, from 1.
      --json              Print one JSON document instead: {"test", "exchanges"}. An exchange has "exchange" (its
                          number), "case", "trial", "draw", "ordinal", "recorded", "prompt", "provider", "address",
                          "model", "parameters", "tools", "messages" ({"role", "parts"}), "inputs" (of embeddings),
                          "body" (of other calls) and "answer". A part is one of {"text"}, {"reasoning"},
                          {"toolCall": {"name", "arguments", "id"}}, {"toolResult": {"id", "text"}},
                          {"media": {"type", "bytes", "address"}}, {"other"}. An answer has "status",
                          "milliseconds", "stream" ({"events", "milliseconds", "broken"}), "model", "choices"
                          ({"text", "reasoning", "refusal", "media", "toolCalls", "finishReason"}), "usage"
                          ({"input", "cachedInput", "cacheWrite", "output", "reasoning"}, in tokens), "vectors"
                          ({"count", "dimensions"}), "error", and "body" of other calls ({"json"}, {"text"} or {"bytes"}).
                          What is not there is left out.
      --directory DIR     The folder of all fixtures, from the package's root or absolute.
                          Default: LLMSPEC_FIXTURES, else Fixtures.
      --package-path DIR  The folder of the package. Default: the nearest at or above the current one.

    EXIT STATUS
      0  The fixture is printed.
      1  There is no such fixture, or it cannot be read.
      2  The command was used wrongly.
    """

  private static let fixturesVerify = """
    Checks every fixture of a package, and prints a line for each problem: file, exchange, what is wrong, next step.
    Each file must be readable by this version, with digests and request keys that match, one answer a call, no
    credential by the rules of today, its media, the place of the test that it names, and a name that differs from
    others in more than case. A text that would be rewritten and answers that a person wrote are remarks.

    USAGE
      llmspec fixtures verify [--strict] [--directory DIR] [--package-path DIR]

    OPTIONS
      --strict            Exit with 1 for remarks too.
      --directory DIR     The folder of all fixtures, from the package's root or absolute.
                          Default: LLMSPEC_FIXTURES, else Fixtures.
      --package-path DIR  The folder of the package. Default: the nearest at or above the current one.

    EXIT STATUS
      0  Nothing is wrong.
      1  Something is wrong.
      2  The command was used wrongly.
    """

  private static let fixturesPrune = """
    Removes what no test uses any more: exchanges, files of tests that are gone, media without an exchange.
    An exchange goes only where the newest run of its test ran whole, in mode replay, without a missing answer, and
    met the file as it is now: run the tests first. Version control brings back what was removed.

    USAGE
      llmspec fixtures prune [--dry-run] [--directory DIR] [--package-path DIR]

    OPTIONS
      --dry-run           Print what would be removed, and change nothing.
      --directory DIR     The folder of all fixtures, from the package's root or absolute.
                          Default: LLMSPEC_FIXTURES, else Fixtures.
      --package-path DIR  The folder of the package. Default: the nearest at or above the current one.

    EXIT STATUS
      0  Done, also where there was nothing to remove.
      1  A fixture could not be read or changed.
      2  The command was used wrongly.
    """

  private static let fixturesImport = """
    Makes fixtures of what other tools recorded: HAR 1.2 (browsers, proxies, Polly.JS, llmspec fixtures export), vcrpy
    cassettes (YAML or JSON) and cassettes of Ruby's VCR (YAML or JSON, without ERB). Bodies in gzip and deflate are
    decompressed, credentials are taken out, answers 401 and 403 are left out.

    USAGE
      llmspec fixtures import FILE… [--test TEST] [--replace] [--directory DIR] [--package-path DIR]

    OPTIONS
      --test TEST         The test that all of it belongs to, as Target/Suite/test. Default: the tests that an export
                          of llmspec names; for other files Imported/<folder>/<file>, after the file and its folder.
      --replace           Replace the fixtures that are there. Default: exchanges of the same call are replaced, others
                          stay.
      --directory DIR     The folder of all fixtures, from the package's root or absolute.
                          Default: LLMSPEC_FIXTURES, else Fixtures.
      --package-path DIR  The folder of the package. Default: the nearest at or above the current one.

    EXIT STATUS
      0  Every file was read; what was skipped of it is listed.
      1  A file cannot be read (the others are imported), nothing was imported, or a fixture cannot be written.
      2  The command was used wrongly.
    """

  private static let fixturesExport = """
    Writes fixtures as one HAR 1.2 file. Hosts are not recorded: all addresses are under https://recorded.invalid.
    llmspec fixtures import makes the same fixtures of it again.

    USAGE
      llmspec fixtures export [FIXTURE…] --to har [--output FILE] [--directory DIR] [--package-path DIR]

    FIXTURE is the path of a file, or a test as Target/Suite/test. Default: all fixtures of the package.

    OPTIONS
      --to FORMAT         The format: har.
      --output FILE       Where the file goes; an existing one is replaced. Default: the standard output.
      --directory DIR     The folder of all fixtures, from the package's root or absolute.
                          Default: LLMSPEC_FIXTURES, else Fixtures.
      --package-path DIR  The folder of the package. Default: the nearest at or above the current one.

    EXIT STATUS
      0  The file is written.
      1  A fixture cannot be read, or the file cannot be written; no file is changed.
      2  The command was used wrongly.
    """

  private static let serve = """
    Replays and records fixtures for clients in other processes: an HTTP server on 127.0.0.1 whose address stands in
    the place of a provider's.

    USAGE
      llmspec serve --fixtures PATH [--mode MODE --upstream URL] [--port N] [--repeat]

    OPTIONS
      --fixtures PATH     A fixture file; to replay, also a folder whose files are all answered from.
      --mode MODE         What happens to calls. Default: replay.
                            replay    Answers come from the fixtures; no call goes out.
                            record    Calls without a fixture go out, and their answers are added.
                            rerecord  All calls go out, and the fixture is replaced.
      --upstream URL      Where calls go, with the headers and the key that the client sends; needed to record.
                          Such as https://api.openai.com/v1.
      --port N            The port. Default: any free one.
      --repeat            Give a request that is made more often than it was recorded its last answer again.

    The first line of the standard output is the address for clients. SIGINT or SIGTERM ends the server, which then
    writes the fixture; until then each answer is kept in a journal under .build/llmspec/journal of the package, or of
    the fixture's folder where there is none, and a server that was killed loses none: the next recording takes them
    over. Equal requests are answered in the order in which they were recorded. The header X-LLMSpec-Trial: N asks for
    the answers of trial N. A call without an answer is answered with status 501 and a JSON body that says why.

    EXIT STATUS
      0  Stopped, and what was recorded is written.
      1  The fixtures cannot be read or written, or the port cannot be had.
      2  The command was used wrongly.
    """

  private static let export = """
    Makes a training file of a run's records. Only specs marked .trainable give rows.

    USAGE
      llmspec export --to TARGET --from RUN [--output FILE] [--package-path DIR]

    OPTIONS
      --to TARGET         The format:
    \(targets)
      --from RUN          The run: a name that llmspec runs lists, latest, or the path of a run's folder.
      --output FILE       Where the file goes. Default: .build/llmspec/exports/<run>/<target>.jsonl under the
                          package's root. An existing file is replaced.
      --package-path DIR  The folder of the package. Default: the nearest at or above the current one.

    EXIT STATUS
      0  The file is written.
      1  There is nothing to write, or it cannot be written; no file is changed.
      2  The command was used wrongly.
    """

  private static let jsonValidate = """
    Checks JSON documents against a JSON Schema of draft 2020-12, 2019-09, draft-07, -06 or -04.

    USAGE
      llmspec json validate --schema FILE [--reference URI=FILE]… [--dialect DRAFT] [--assert-formats] [--lines]
                            FILE|-

    OPTIONS
      --schema FILE         The schema. Its $schema says which draft it is written in.
      --reference URI=FILE  Another schema that it refers to by that address; may be repeated. Nothing is
                            ever fetched.
      --dialect DRAFT       The draft of schemas without $schema: 2020-12 (the default), 2019-09,
                            draft-07, draft-06, draft-04.
      --assert-formats      Check format too, which is an annotation otherwise.
      --lines               Read one document a line (JSON Lines) and write one line for each: valid, or the
                            errors as a JSON array of {"keywordLocation", "absoluteKeywordLocation",
                            "instanceLocation", "error"}, the "basic" errors of JSON Schema 2020-12.

    Without --lines it prints valid, or what is wrong, a sentence a line. Keys that occur twice are reported
    on standard error. - reads the standard input.

    EXIT STATUS
      0  Every document is valid.
      1  A document is not valid, or not JSON.
      2  The schema or a file cannot be used, or the command was used wrongly.
    """

  private static let jsonRepair = """
    Reads the JSON that a model's text means: in a Markdown fence or in prose, with commas or quotes missing, with
    comments, cut off in the middle. Nothing is changed silently.

    USAGE
      llmspec json repair [--lines] FILE|-

    OPTIONS
      --lines  Read one JSON-encoded string of a model's text a line, and write one line for each:
               {"value": …, "changes": […]}, or {"error": …}.

    Without --lines it prints the value on standard output and the changes on standard error, a line each.
    - reads the standard input.

    EXIT STATUS
      0  Every text gave a value.
      1  A text holds no JSON that could be read.
      2  The file cannot be used, or the command was used wrongly.
    """

  private static var targets: String {
    let width = FineTuningTarget.all.map(\.name.count).max() ?? 0
    return FineTuningTarget.all.map { target in
      let padding = String(repeating: " ", count: width - target.name.count)
      return "                        \(target.name)\(padding)  \(target.summary)"
    }.joined(separator: "\n")
  }
}
