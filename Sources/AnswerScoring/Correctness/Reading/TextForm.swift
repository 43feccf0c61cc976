import Foundation
import TextMetrics

/// A text in the forms in which two answers are compared.
struct TextForm {
  /// The text as the manner of comparing has it.
  let plain: String
  /// By the rules of SQuAD, of the text as it is and of its plain form; both empty for other manners than `normalized`.
  private let words: (asIs: String, ofPlain: String)
  private let text: String

  init(_ text: String, for manner: TextRule.Manner) {
    self.text = text
    switch manner {
    case .exact: (plain, words) = (text, ("", ""))
    case .squad: (plain, words) = (SQuADScore.normalized(text), ("", ""))
    case .containing: (plain, words) = (TextNormalization.answerForm(text), ("", ""))
    case .normalized:
      plain = TextNormalization.answerForm(text)
      words = (SQuADScore.normalized(text), SQuADScore.normalized(plain))
    }
  }

  var isEmpty: Bool { plain.isEmpty }

  /// Whether both are one answer by the rules of SQuAD, which leave no word of some texts.
  func hasWords(of other: TextForm) -> Bool {
    !other.words.asIs.isEmpty && words.asIs == other.words.asIs
      || !other.words.ofPlain.isEmpty && words.ofPlain == other.words.ofPlain
  }

  /// What SQuAD takes for punctuation and a reader does not: the values of numbers, which "3.14" and "314", "-4" and
  /// "4" differ in, and the "+" and "#" behind a letter, in which "C++" and "C" do.
  var tellingSigns: TellingSigns {
    var names: [Unicode.Scalar] = []
    var last: Unicode.Scalar = " "
    for scalar in text.unicodeScalars {
      if scalar == "+" || scalar == "#", last.properties.isAlphabetic || last == scalar { names.append(scalar) }
      last = scalar
    }
    return TellingSigns(numbers: NumbersInText.numbers(in: text), names: names)
  }

  struct TellingSigns: Equatable {
    let numbers: [Decimal]
    let names: [Unicode.Scalar]
  }
}
