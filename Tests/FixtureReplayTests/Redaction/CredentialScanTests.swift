import FixtureReplay
import Testing

@Suite("What looks like a credential")
struct CredentialScanTests {
  private static let hex = "0123456789abcdef0123456789abcdef"
  private static let mixed = "aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xY2zA4"

  @Test(
    "Finds keys by the shapes that providers give them",
    arguments: [
      ("sk-ant-api03-\(mixed)-\(mixed)", "anthropic-key"), ("sk-proj-\(mixed)_-\(mixed)", "openai-key"),
      ("sk-svcacct-\(mixed)", "openai-key"), ("sk-or-v1-\(hex)\(hex)", "openrouter-key"), ("sk-\(hex)", "secret-key"),
      ("sk-\(mixed)", "secret-key"), ("AIzaSyA-\(mixed)", "google-key"), ("gsk_\(mixed)", "groq-key"),
      ("AKIAIOSFODNN7EXAMPLE", "aws-key"), ("ASIAIOSFODNN7EXAMPLE", "aws-key"),
      ("pa-\(mixed)_bC-dEfG", "voyage-key"), ("hf_\(mixed)", "huggingface-token"), ("xai-\(mixed)\(mixed)", "xai-key"),
      ("fw_\(mixed)", "fireworks-key"), ("pplx-\(mixed)", "perplexity-key"), ("nvapi-\(mixed)-_", "nvidia-key"),
      ("ghp_\(mixed)", "github-token"), ("github_pat_\(mixed)", "github-token"),
      ("xoxb-123456789012-\(mixed)", "slack-token"), ("sk-lf-550e8400-e29b-41d4-a716-446655440000", "langfuse-key"),
      ("pcsk_\(mixed)", "pinecone-key"), ("tvly-dev-\(mixed)", "tavily-key"),
      ("lsv2_pt_\(hex)_0123456789", "langsmith-key"),
      ("r8_\(mixed)", "replicate-token"), ("tgp_v1_\(mixed)", "together-key"), ("csk-\(mixed)", "cerebras-key"),
      ("ABSK\(mixed)", "bedrock-key"), ("ya29.a0Af_\(mixed)", "google-token"), ("GOCSPX-\(mixed)", "google-secret"),
      ("dapi\(hex)", "databricks-token"), ("hvs.\(mixed)", "vault-token"),
      ("dop_v1_\(hex)\(hex)", "digitalocean-token"),
      ("gho_\(mixed)", "github-token"), ("ghs_\(mixed)", "github-token"), ("glpat-\(mixed)", "gitlab-token"),
      ("npm_\(mixed)", "npm-token"), ("pypi-AgEIcHlwaS5vcmc\(mixed)\(mixed)", "pypi-token"),
      ("dckr_pat_\(mixed)", "docker-token"), ("xoxp-123456789012-\(mixed)", "slack-token"),
      ("hooks.slack.com/services/T01234567/B01234567/\(mixed)", "slack-webhook"), ("sk_live_\(mixed)", "secret-key"),
      ("rk_live_\(mixed)", "stripe-key"), ("whsec_\(mixed)", "webhook-secret"),
      ("SG.\(mixed).\(mixed)", "sendgrid-key"), ("SK\(hex)", "twilio-key"), ("key-\(hex)", "mailgun-key"),
      ("shpat_\(hex)", "shopify-token"), ("lin_api_\(mixed)", "linear-key"), ("figd_\(mixed)", "figma-token"),
      ("ATATT3xFfGF0\(mixed)\(mixed)", "atlassian-token"), ("sbp_\(hex)\(hex)", "supabase-key"),
      ("eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.\(mixed)", "jwt"),
    ])
  func shapes(key: String, kind: String) {
    for text in [key, "the key is \(key).", "\"\(key)\"", "key=\(key)&x=1", "\n\(key)\n", "(\(key))", "ключ:\(key)"] {
      let findings = CredentialScan.findings(in: text)
      #expect(findings.map(\.kind) == [kind], "in \(text)")
      if let found = findings.first {
        #expect(String(decoding: Array(text.utf8)[found.range], as: UTF8.self) == key)
      }
    }
  }

  @Test("Finds a bearer token with all its signs, and leaves the word before it")
  func bearer() {
    let text = "curl -H 'authorization: BEARER abc.DEF-123_456~789+/xyz=='"
    #expect(FixtureRedactor.standard.redact(text) == "curl -H 'authorization: BEARER [redacted:bearer-token]'")
    #expect(
      FixtureRedactor.standard.redact("Use Bearer abcdefgh12345678.") == "Use Bearer [redacted:bearer-token].")
  }

  @Test(
    "Finds values by the names they are given",
    arguments: [
      ("password=hunter2!", "hunter2!", "password"), ("DB_PASSWORD=\"correct-horse\"", "correct-horse", "password"),
      ("the password: hunter22.", "hunter22", "password"), ("**Password:** hunter22", "hunter22", "password"),
      (#"{"password":"letmein"}"#, "letmein", "password"), (#"{\"password\":\"letmein\"}"#, "letmein", "password"),
      ("grant_type=x&password=letmein&scope=y", "letmein", "password"), ("a=1&password=letmein", "letmein", "password"),
      ("passwd = 'letmein'", "letmein", "password"), ("os.environ[\"API_KEY\"] = \"\(mixed)\"", mixed, "api-key"),
      ("MISTRAL_API_KEY=\(mixed)", mixed, "api-key"), ("api-key: \(hex)", hex, "api-key"),
      ("x-api-key: \(hex)", hex, "api-key"), ("COHERE_API_KEY: '\(mixed)'", mixed, "api-key"),
      ("The API key: \(mixed)", mixed, "api-key"),
      (
        "aws_secret_access_key = wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        "aws-secret"
      ),
      (
        "AWS_SECRET_ACCESS_KEY=/JalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY", "/JalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
        "aws-secret"
      ),
      ("AccountName=x;AccountKey=\(mixed)\(mixed)+/==;EndpointSuffix=core", "\(mixed)\(mixed)+/==", "azure-key"),
      ("Endpoint=sb://x/;SharedAccessKey=\(mixed)=", "\(mixed)=", "azure-key"),
      (
        "https://x.blob.core.windows.net/c?sv=2024-01-01&sig=\(mixed)abcd%3D&se=1", "\(mixed)abcd%3D", "azure-signature"
      ),
      ("client_secret=\(mixed)", mixed, "client-secret"), ("access_token=\(mixed)&x=1", mixed, "token"),
      ("https://jane:s3cret@example.com/x", "jane:s3cret", "address-credentials"),
      ("postgres://app:p%40ss1@db:5432/x", "app:p%40ss1", "address-credentials"),
      ("Authorization: Basic amFuZTpzM2NyZXQ=", "amFuZTpzM2NyZXQ=", "basic-credentials"),
      ("bot110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw4", "AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw4", "telegram-token"),
      ("token 110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw4", "AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw4", "telegram-token"),
    ])
  func names(text: String, value: String, kind: String) {
    let findings = CredentialScan.findings(in: text)
    #expect(findings.map(\.kind) == [kind], "in \(text)")
    if let found = findings.first {
      #expect(String(decoding: Array(text.utf8)[found.range], as: UTF8.self) == value)
    }
    // What was taken out is not found again.
    let once = FixtureRedactor.standard.redact(text)
    #expect(!once.contains(value))
    #expect(FixtureRedactor.standard.redact(once) == once)
  }

  @Test(
    "Leaves variables, examples and talk of secrets alone",
    arguments: [
      "password = os.environ[\"DB_PASSWORD\"]", "login(user, password=pw)", "password: str", "password=<your password>",
      "password=${DB_PASSWORD}", "Password: required, at least 8 characters", #"{"password": "string"}"#,
      "api_key=\"YOUR_API_KEY\"", "api_key: the key of your account", "PWD=/home/runner/work/project-2024/app",
      "Forgot password? See https://example.com/password-reset:2024", "\"password\": {\"type\": \"string\"}",
      "token: Hello", #"{"token": " the", "logprob": -0.31725305}"#, "secret: nobody knows 42 things",
      "https://user:password@example.com/", "https://example.com:8080/a@b", "Basic understanding of: things",
      "Basic QmFzaWM=", "monkey: banana12345", "keyword: 2024-edition", "sig=abc", "max_tokens=1024",
      "The header is -----BEGIN PRIVATE KEY----- and the last line is -----END PRIVATE KEY-----.",
      "signature: EqQBCgIYAhIMq3Zk9fTz1bX0c8JUGgwR4yq2k1vN7xW5aBcD", "next_page_token: Q0FFUUFB",
    ])
  func talk(text: String) {
    #expect(CredentialScan.findings(in: text).map(\.kind) == [])
  }

  @Test("A short prefix within base64url is chance")
  func base64url() {
    let run = "aB3dE5fG7hJ9kL1mN2pQ4rS6tU8vW0xY2zA4"
    #expect(CredentialScan.findings(in: "\(run)-hf_\(run)").isEmpty)
    #expect(CredentialScan.findings(in: "my-key-hf_\(run)").map(\.kind) == ["huggingface-token"])
    #expect(CredentialScan.findings(in: "\(run)-github_pat_\(run)").map(\.kind) == ["github-token"])
  }

  @Test("Hostile text takes time in proportion to its length")
  func hostile() {
    let pieces = [
      "-----BEGIN PRIVATE KEY-----\n", "password=", "https://a:b", "Bearer ", "Basic ", "sk-", "eyJ.", ":", "=", "-",
      "AKIA",
      "password: \"", "password:", "sk-a", "ya29.", "eyJaaaaaaaaa-", "eyJaaaaaaaaa.", "SG.", "://", "\u{0}", "&sig=",
      "110201543:AA",
    ]
    for piece in pieces {
      let text = String(repeating: piece, count: 200_000 / piece.utf8.count)
      let duration = ContinuousClock().measure { _ = CredentialScan.findings(in: text) }
      #expect(duration < .milliseconds(500), "\(piece)")
    }
    #expect(CredentialScan.findings(in: "").isEmpty)
  }

  @Test("Finds a private key whole, and one that is cut off to its end")
  func privateKey() {
    let block = "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----"
    #expect(FixtureRedactor.standard.redact("a\n\(block)\nb") == "a\n[redacted:private-key]\nb")
    #expect(FixtureRedactor.standard.redact("-----BEGIN PRIVATE KEY-----\nMIIE") == "[redacted:private-key]")
    let pgp = "-----BEGIN PGP PRIVATE KEY BLOCK-----\nVersion: x\n\nlQPG\n-----END PGP PRIVATE KEY BLOCK-----"
    #expect(FixtureRedactor.standard.redact("a\n\(pgp)\nb") == "a\n[redacted:private-key]\nb")
    #expect(
      FixtureRedactor.standard.redact(
        #"{"private_key":"-----BEGIN PRIVATE KEY-----\nMII\n-----END PRIVATE KEY-----\n"}"#)
        == #"{"private_key":"[redacted:private-key]\n"}"#)
    #expect(CredentialScan.findings(in: "-----BEGIN CERTIFICATE-----\nMIIE").isEmpty)
  }

  @Test(
    "Leaves ordinary words alone",
    arguments: [
      "sk-learn-based-approach", "sk-learn-based-approach-2024-edition", "a task-oriented-dialogue-system-v2-2024",
      "pa-rallel-processing-of-many-documents-in-2024", "pa-", "sk-", "hf_hub_download_with_revision_v2",
      "xai-explainable-artificial-intelligence-2024", "ASIA-PACIFIC-REGION-2024-Q3", "AKIA", "ASIAN2024",
      "fw_version_for_the_router_model_4", "gsk_annual_report_for_shareholders_2024",
      "the bearer of internationalisation-2024", "Bearer of bad news", "eyJ", "eyJhbGciOi.", "AIzawa",
      "risk-assessment-0123456789abcdef0123456789abcdef", "disk-0123456789abcdef0123456789abcdef",
      "0123456789abcdef0123456789abcdef0123456789abcdef", "order 4711-0815-0000-1111-2222-3333",
      "https://example.com/a-b-c-1-2-3-4-5-6-7-8-9-0?token=abc", "550e8400-e29b-41d4-a716-446655440000", "",
    ])
  func ordinary(text: String) {
    #expect(CredentialScan.findings(in: text).isEmpty)
  }

  @Test("Redacting twice is redacting once")
  func idempotent() {
    let text = "sk-proj-\(Self.mixed) and Bearer \(Self.hex) and hf_\(Self.mixed)"
    let once = FixtureRedactor.standard.redact(text)
    #expect(once == "[redacted:openai-key] and Bearer [redacted:bearer-token] and [redacted:huggingface-token]")
    #expect(FixtureRedactor.standard.redact(once) == once)
  }

  @Test("Exact values are taken out wherever they stand, longer ones first, and short ones never")
  func exactValues() {
    let redactor = FixtureRedactor(secrets: ["abcdefgh", "abcdefghij", "short"])
    #expect(redactor.redact("xabcdefghijx abcdefgh short") == "x[redacted:credential]x [redacted:credential] short")
  }
}
