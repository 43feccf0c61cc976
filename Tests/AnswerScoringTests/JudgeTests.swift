import AnswerScoring
import Foundation
import LanguageModels
import Testing

@Suite("Naming a judge")
struct JudgeTests {
  @Test(
    "Reads the forms of LLMSPEC_JUDGE",
    arguments: [
      ("openai:gpt-4.1", "openai:gpt-4.1", "gpt-4.1"),
      (" openai:gpt-4.1\n", "openai:gpt-4.1", "gpt-4.1"),
      ("openai-compatible:qwen3:8b", "openai-compatible:qwen3:8b", "qwen3:8b"),
      ("qwen3:8b@http://127.0.0.1:11434/v1", "qwen3:8b@http://127.0.0.1:11434/v1", "qwen3:8b"),
      ("@cf/meta/llama@https://host.example/v1", "@cf/meta/llama@https://host.example/v1", "@cf/meta/llama"),
      ("openai-compatible:m@http://localhost:1/v1", "m@http://localhost:1/v1", "m"),
    ])
  func forms(value: String, description: String, identifier: String) throws {
    let judge = try Judge(environmentValue: value)
    #expect(judge.description == description)
    #expect(try judge.model(underTest: nil).identifier == identifier)
  }

  @Test(
    "Says what can be written instead of a value that names no judge",
    arguments: [
      ("", "empty"), ("gpt-4.1", "openai:gpt-4.1"), ("openai:", "no model's name"), ("openai: ", "no model's name"),
      ("anthropic:claude", "“anthropic”"), ("@http://127.0.0.1/v1", "before the @"), ("m@http://", "no address"),
      ("m@http:///v1", "no address"), ("m@ftp://host/v1", "is no provider"), ("m@https://host/v1?key=1", "query"),
      ("modelUnderTest", "names no provider"),
    ])
  func badValues(value: String, hint: String) throws {
    let fault = try #require(throws: JudgeFault.self) { try Judge(environmentValue: value) }
    #expect(fault.kind == .noJudge)
    #expect(fault.description.contains("LLMSPEC_JUDGE"))
    #expect(fault.description.contains("NAME@http://host/v1"))
    #expect(fault.description.contains(hint))
  }

  @Test("Keeps credentials in an address out of the message")
  func credentials() throws {
    let fault = try #require(throws: JudgeFault.self) {
      try Judge(environmentValue: "m@https://somebody:hunter2@host/v1")
    }
    #expect(!fault.description.contains("hunter2"))
  }

  @Test("Judges with the model under test only once there is one")
  func modelUnderTest() throws {
    let fault = try #require(throws: JudgeFault.self) { try Judge.modelUnderTest.model(underTest: nil) }
    #expect(fault.kind == .noJudge)
    #expect(fault.message.contains("no model yet"))
    let model = ScriptedModel.saying { _ in "" }
    #expect(try Judge.modelUnderTest.model(underTest: model).identifier == "scripted")
  }

  @Test("Does not fall back to the model under test")
  func named() throws {
    let underTest = ScriptedModel.saying { _ in "" }
    #expect(try Judge.openAI("gpt-4.1").model(underTest: underTest).identifier == "gpt-4.1")
    let address = URL(string: "http://127.0.0.1:8080/v1")
    #expect(try Judge.openAICompatible("m", baseAddress: address).model(underTest: underTest).identifier == "m")
    #expect(try Judge.model(underTest).model(underTest: nil).identifier == "scripted")
  }
}
