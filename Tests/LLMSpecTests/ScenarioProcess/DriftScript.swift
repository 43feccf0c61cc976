/// What a provider answers to a question when it is recorded, and what it answers later.
struct DriftScript {
  static let all = [
    DriftScript("same", "Yes, always.", "Yes, always."),
    DriftScript("worse", "You have 30 days.", "You have 14 days."),
    DriftScript("recovered", "You have 14 days.", "You have 30 days."),
    DriftScript("structure", #"{"total": 1, "items": []}"#, #"{"total": "1", "items": []}"#),
    DriftScript("meaning", "You can return the shoes.", "Please telephone our support team."),
    DriftScript("reworded", "We repair bicycles.", "Bikes are fixed here."),
    DriftScript("contradicted", "You can return worn shoes.", "You cannot return worn shoes."),
  ]

  let question: String
  private let recorded: String
  private let later: String

  private init(_ question: String, _ recorded: String, _ later: String) {
    self.question = question
    self.recorded = recorded
    self.later = later
  }

  /// The script of the question that a request holds.
  init(in request: String) {
    self = Self.all.first { request.contains("drift \($0.question)?") } ?? Self("", "nothing", "nothing")
  }

  func answer(hasChanged: Bool) -> String { hasChanged ? later : recorded }
}
