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
      ("xoxb-123456789012-\(mixed)", "slack-token"),
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
    #expect(CredentialRedactor.standard.redact(text) == "curl -H 'authorization: BEARER [redacted:bearer-token]'")
    #expect(
      CredentialRedactor.standard.redact("Use Bearer abcdefgh12345678.") == "Use Bearer [redacted:bearer-token].")
  }

  @Test("Finds a private key whole, and one that is cut off to its end")
  func privateKey() {
    let block = "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n-----END RSA PRIVATE KEY-----"
    #expect(CredentialRedactor.standard.redact("a\n\(block)\nb") == "a\n[redacted:private-key]\nb")
    #expect(CredentialRedactor.standard.redact("-----BEGIN PRIVATE KEY-----\nMIIE") == "[redacted:private-key]")
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
    let once = CredentialRedactor.standard.redact(text)
    #expect(once == "[redacted:openai-key] and Bearer [redacted:bearer-token] and [redacted:huggingface-token]")
    #expect(CredentialRedactor.standard.redact(once) == once)
  }

  @Test("Exact values are taken out wherever they stand, longer ones first, and short ones never")
  func exactValues() {
    let redactor = CredentialRedactor(secrets: ["abcdefgh", "abcdefghij", "short"])
    #expect(redactor.redact("xabcdefghijx abcdefgh short") == "x[redacted:credential]x [redacted:credential] short")
  }
}
