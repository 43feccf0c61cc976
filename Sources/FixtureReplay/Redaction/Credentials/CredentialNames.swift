/// The names under which headers, query items, JSON members and settings hold credentials.
enum CredentialNames {
  /// How much a name alone says.
  enum Strength: Sendable {
    /// Any value is one, whatever it looks like.
    case password
    /// Values that look drawn by lot are; others may be anything.
    case token
  }

  /// Names of headers, query items and JSON members whose values are never kept.
  static let whole: Set<String> = [
    "authorization", "proxy-authorization", "x-api-key", "api-key", "api_key", "apikey", "x-goog-api-key", "key",
    "access_token", "refresh_token", "id_token", "auth_token", "session_token", "client_secret", "client-secret",
    "clientsecret", "x-amz-security-token", "x-amz-signature", "x-amz-credential", "cookie", "set-cookie", "password",
    "passwd", "passphrase", "secret_access_key", "secretaccesskey", "aws_secret_access_key", "aws_session_token",
    "private_key", "accountkey", "account_key", "sharedaccesskey", "subscription-key", "ocp-apim-subscription-key",
    "sig", "x-goog-signature", "x-goog-credential",
  ]

  /// What is told from the end of a name in lower case without `_`, `-` and spaces; longer ones before shorter ones that
  /// end them.
  private static let endings: [(name: [UInt8], kind: String, strength: Strength)] = [
    ("password", "password", Strength.password), ("passwd", "password", .password),
    ("passphrase", "password", .password), ("pwd", "password", .password),
    ("clientsecret", "client-secret", .password), ("secretaccesskey", "aws-secret", .password),
    ("accountkey", "azure-key", .password), ("sharedaccesskey", "azure-key", .password),
    ("apikey", "api-key", .token), ("accesskey", "access-key", .token), ("secretkey", "secret-key", .token),
    ("signingkey", "secret-key", .token), ("encryptionkey", "secret-key", .token),
    ("subscriptionkey", "api-key", .token), ("openaikey", "api-key", .token), ("azurekey", "api-key", .token),
    ("authkey", "api-key", .token), ("accesstoken", "token", .token), ("refreshtoken", "token", .token),
    ("idtoken", "token", .token), ("authtoken", "token", .token), ("apitoken", "token", .token),
    ("bearertoken", "token", .token), ("sessiontoken", "token", .token), ("securitytoken", "token", .token),
    ("bottoken", "token", .token), ("hftoken", "token", .token), ("githubtoken", "token", .token),
    ("secret", "secret", .token), ("amzsignature", "signature", .token), ("googsignature", "signature", .token),
  ].map { (Array($0.0.utf8), $0.1, $0.2) }

  /// All that `[redacted:KIND]` may name.
  static let kinds = Set(
    [
      "jwt", "bearer-token", "basic-credentials", "private-key", "address-credentials", "telegram-token",
      "azure-signature", "credential", "unsearched",
    ] + CredentialShape.all.map(\.kind) + endings.map(\.kind)
  ).union(whole)

  private static let lastBytes: UInt32 = endings.reduce(0) { $0 | 1 << UInt32(($1.name.last ?? 0) & 31) }

  /// What a name says that is given backwards as lower-case letters and digits alone; nil for a name that says nothing.
  static func meaning(ofReversed name: UnsafeBufferPointer<UInt8>) -> (kind: String, strength: Strength)? {
    guard name.count >= 3, lastBytes >> UInt32(name[0] & 31) & 1 == 1 else { return nil }
    for ending in endings where ending.name.count <= name.count {
      let count = ending.name.count
      var index = 0
      while index < count, ending.name[count - 1 - index] == name[index] { index += 1 }
      if index == count { return (ending.kind, ending.strength) }
    }
    return nil
  }
}
