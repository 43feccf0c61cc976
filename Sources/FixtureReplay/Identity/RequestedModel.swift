import LanguageModels
import StructuredOutput

extension RequestIdentity {
  /// The model that is asked, where the request names one: in its body, or in its path as in `/models/NAME:generate`.
  var model: String? {
    if case .json(let json) = body, let name = json["model"]?.stringValue { return name }
    let parts = path.split(separator: "/")
    guard let index = parts.firstIndex(where: { $0 == "models" || $0 == "model" || $0 == "deployments" }),
      index + 1 < parts.count
    else { return nil }
    return String(parts[index + 1].prefix { $0 != ":" })
  }
}
