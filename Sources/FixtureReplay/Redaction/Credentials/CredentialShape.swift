/// The form that a provider gives its keys: a prefix of its own and what follows it.
struct CredentialShape: Sendable {
  /// What tells the rest of a key from ordinary words with dashes.
  enum Rest: Sendable {
    /// Nothing ordinary begins with the prefix: a digit is enough.
    case anything
    /// The prefix is a word or the end of one: the rest must look drawn by lot.
    case random
    /// Just so many capitals and digits.
    case capitals
    /// Just so many hexadecimal digits.
    case hexadecimal
  }

  let kind: String
  let prefix: [UInt8]
  /// The fewest characters after the prefix.
  let minimum: Int
  let rest: Rest
  /// What a key of this form holds beside letters, digits, `-` and `_`; 0xFF, which no text holds, for nothing.
  let otherByte: UInt8

  /// Whether a longer rest is none.
  var hasFixedLength: Bool {
    switch rest {
    case .capitals, .hexadecimal: true
    case .anything, .random: false
    }
  }

  private init(_ kind: String, _ prefix: String, _ minimum: Int, _ rest: Rest = .anything, with other: UInt8 = 0xFF) {
    self.kind = kind
    self.prefix = Array(prefix.utf8)
    self.minimum = minimum
    self.rest = rest
    self.otherByte = other
  }

  /// Longer prefixes stand before shorter ones that begin them.
  static let all: [CredentialShape] = models + clouds + hosts + services

  private static let models: [CredentialShape] = [
    CredentialShape("anthropic-key", "sk-ant-", 20), CredentialShape("openrouter-key", "sk-or-v1-", 20),
    CredentialShape("openai-key", "sk-proj-", 20), CredentialShape("openai-key", "sk-svcacct-", 20),
    CredentialShape("openai-key", "sk-admin-", 20), CredentialShape("langfuse-key", "sk-lf-", 20),
    CredentialShape("secret-key", "sk-", 20, .random), CredentialShape("openai-session", "sess-", 30, .random),
    CredentialShape("google-key", "AIza", 35), CredentialShape("google-key", "AQ.Ab", 30, .random, with: dot),
    CredentialShape("groq-key", "gsk_", 20, .random), CredentialShape("voyage-key", "pa-", 30, .random),
    CredentialShape("huggingface-token", "hf_", 20, .random),
    CredentialShape("huggingface-token", "api_org_", 20, .random), CredentialShape("xai-key", "xai-", 20, .random),
    CredentialShape("fireworks-key", "fw_", 20, .random), CredentialShape("perplexity-key", "pplx-", 20, .random),
    CredentialShape("replicate-token", "r8_", 20, .random), CredentialShape("together-key", "tgp_v1_", 20, .random),
    CredentialShape("cerebras-key", "csk-", 20, .random), CredentialShape("nvidia-key", "nvapi-", 20, .random),
    CredentialShape("pinecone-key", "pcsk_", 20, .random), CredentialShape("tavily-key", "tvly-", 20, .random),
    CredentialShape("langsmith-key", "lsv2_pt_", 20), CredentialShape("langsmith-key", "lsv2_sk_", 20),
    CredentialShape("wandb-key", "wandb_v1_", 20, .random),
  ]

  private static let clouds: [CredentialShape] = [
    CredentialShape("aws-key", "AKIA", 16, .capitals), CredentialShape("aws-key", "ASIA", 16, .capitals),
    CredentialShape("bedrock-key", "ABSK", 30, .random),
    CredentialShape("bedrock-key", "bedrock-api-key-", 30, .random),
    CredentialShape("google-token", "ya29.", 30, .random, with: dot),
    CredentialShape("google-secret", "GOCSPX-", 20), CredentialShape("databricks-token", "dapi", 32, .hexadecimal),
    CredentialShape("digitalocean-token", "dop_v1_", 32, .random),
    CredentialShape("digitalocean-token", "doo_v1_", 32, .random), CredentialShape("vault-token", "hvs.", 24, .random),
  ]

  private static let hosts: [CredentialShape] = [
    CredentialShape("github-token", "ghp_", 30), CredentialShape("github-token", "gho_", 30),
    CredentialShape("github-token", "ghu_", 30), CredentialShape("github-token", "ghs_", 30),
    CredentialShape("github-token", "ghr_", 30), CredentialShape("github-token", "github_pat_", 30),
    CredentialShape("gitlab-token", "glpat-", 20, .random), CredentialShape("gitlab-token", "gldt-", 20, .random),
    CredentialShape("gitlab-token", "glrt-", 20, .random), CredentialShape("gitlab-token", "glptt-", 20, .random),
    CredentialShape("gitlab-token", "glcbt-", 20, .random), CredentialShape("npm-token", "npm_", 30, .random),
    CredentialShape("pypi-token", "pypi-AgE", 50, .random), CredentialShape("docker-token", "dckr_pat_", 20, .random),
    CredentialShape("rubygems-key", "rubygems_", 40, .random),
  ]

  private static let services: [CredentialShape] = [
    CredentialShape("slack-token", "xoxb-", 20), CredentialShape("slack-token", "xoxp-", 20),
    CredentialShape("slack-token", "xoxa-", 20), CredentialShape("slack-token", "xoxr-", 20),
    CredentialShape("slack-token", "xoxs-", 20), CredentialShape("slack-token", "xoxe-", 20),
    CredentialShape("slack-token", "xapp-", 20, .random),
    CredentialShape("slack-webhook", "hooks.slack.com/services/", 20, .random, with: slash),
    CredentialShape("secret-key", "sk_live_", 16), CredentialShape("secret-key", "sk_test_", 16),
    CredentialShape("stripe-key", "rk_live_", 16), CredentialShape("stripe-key", "rk_test_", 16),
    CredentialShape("webhook-secret", "whsec_", 20, .random),
    CredentialShape("sendgrid-key", "SG.", 60, .random, with: dot),
    CredentialShape("twilio-key", "SK", 32, .hexadecimal), CredentialShape("mailgun-key", "key-", 32, .hexadecimal),
    CredentialShape("shopify-token", "shpat_", 32, .hexadecimal),
    CredentialShape("shopify-token", "shpss_", 32, .hexadecimal),
    CredentialShape("linear-key", "lin_api_", 20, .random), CredentialShape("notion-token", "ntn_", 30, .random),
    CredentialShape("figma-token", "figd_", 20, .random), CredentialShape("grafana-token", "glsa_", 20, .random),
    CredentialShape("atlassian-token", "ATATT3", 40, .random), CredentialShape("supabase-key", "sbp_", 32, .random),
    CredentialShape("supabase-key", "sb_secret_", 20, .random), CredentialShape("postman-key", "PMAK-", 40, .random),
    CredentialShape("sentry-token", "sntrys_", 40, .random),
    CredentialShape("age-key", "AGE-SECRET-KEY-1", 40),
  ]

  private static let dot: UInt8 = 0x2E
  private static let slash: UInt8 = 0x2F
}
