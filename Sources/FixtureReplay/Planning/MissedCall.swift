import DurableFiles
import LanguageModels
import StructuredOutput

/// A call that a spec made and that no fixture answered: an exchange whose answer is still to come.
public struct MissedCall: Sendable, Hashable {
  /// The test, as in `SpecIdentity.description`.
  public var test: String
  /// The fixture that the answer belongs in, from the package's root; absolute where it lies elsewhere.
  public var fixture: String
  /// What the answer will be found by.
  public var key: CallKey
  /// The request as it will be kept.
  public var request: RequestIdentity
  /// Name and version of the prompt that made the request.
  public var promptVersion: String?
  /// What the call is for, as records name it.
  public var purpose: String
  /// The body as it has to be sent, where what is kept of it is not what was sent.
  public var sentBody: JSONValue?
  /// Whether the request holds a credential, or its test declares personal data, so that what is sent and answered must
  /// not be written anywhere as it is.
  public var holdsCredential: Bool

  /// - Parameter redactor: Takes out what must not reach a file.
  init(
    _ key: CallKey, _ identity: RequestIdentity, _ request: HTTPRequest, test: String, fixture: String,
    redactor: FixtureRedactor
  ) {
    self.test = test
    self.fixture = fixture
    self.key = key
    self.request = identity
    promptVersion = request.promptVersion
    purpose = request.purpose.rawValue
    holdsCredential =
      !redactor.personalData.isEmpty || redactor.redact(request.body) != request.body
      || redactor.remainder(in: identity.media(in: request)) != nil
    if !holdsCredential, identity.body != request.body, case .json(let body) = request.body { sentBody = body }
  }

  /// The name of the model that is asked; nil where the body names none.
  public var model: String? { request.body.json?["model"]?.stringValue }
}

extension MissedCall {
  /// The call on one line of a plan: the parts of a fixture's exchange without the answer, and where it belongs.
  var json: JSONValue {
    let exchange = FixtureExchange(
      key: key, request: request, promptVersion: promptVersion, recorded: "", answer: .stillToCome)
    var object: JSONObject = ["test": .string(test), "fixture": .string(fixture)]
    for (name, value) in exchange.json.objectValue ?? [:] where name != "response" && name != "recorded" {
      object[name] = value
    }
    object["purpose"] = .string(purpose)
    if let sentBody { object["sent"] = sentBody }
    if holdsCredential { object["credential"] = .bool(true) }
    return .object(object)
  }

  init?(json: JSONValue) {
    guard let test = json["test"]?.stringValue, let fixture = json["fixture"]?.stringValue,
      let purpose = json["purpose"]?.stringValue, var object = json.objectValue
    else { return nil }
    object["response"] = ["status": 0]
    guard let exchange = FixtureExchange(json: .object(object)), exchange.request.hash == exchange.key.request else {
      return nil
    }
    self.test = test
    self.fixture = fixture
    key = exchange.key
    request = exchange.request
    promptVersion = exchange.promptVersion
    self.purpose = purpose
    sentBody = json["sent"]
    holdsCredential = json["credential"]?.boolValue == true
  }
}

extension MissedCall: Comparable {
  /// By fixture, case, trial and draw, and then by what is asked: a plan does not depend on which test ran first.
  public static func < (left: MissedCall, right: MissedCall) -> Bool {
    if left.fixture != right.fixture { return left.fixture < right.fixture }
    let (a, b) = (left.key, right.key)
    if a.case != b.case { return (a.case ?? "") < (b.case ?? "") }
    return (a.trial, a.draw, a.request, a.ordinal) < (b.trial, b.draw, b.request, b.ordinal)
  }
}

extension RecordedAnswer {
  /// Stands where an answer will be; no server gives the status 0.
  fileprivate static let stillToCome = RecordedAnswer(
    status: 0, headers: HTTPHeaders(), milliseconds: 0, content: .body(.none))
}

extension HTTPRequest.Body {
  /// The document, where the body is one.
  var json: JSONValue? { if case .json(let json) = self { json } else { nil } }
}
