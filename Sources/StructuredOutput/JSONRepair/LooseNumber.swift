/// A number that is almost written as JSON wants it: a plus sign, `_` between digits, no digit on one side of the point,
/// or none in the exponent. Leading zeros are none of these: what has them is often no number but a name.
struct LooseNumber {
  let value: JSONNumber

  init?(_ text: String) {
    var digits = ""
    var hasPoint = false
    var exponent = ""
    var sign = ""
    var fraction = ""
    var isInExponent = false
    var last: Character = " "
    for character in text {
      switch character {
      case "+" where last == " ": break
      case "-" where last == " ": sign = "-"
      case "+", "-":
        guard isInExponent, last == "e" else { return nil }
        exponent.append(character)
      case "0"..."9":
        guard character.isASCII else { return nil }
        if isInExponent {
          exponent.append(character)
        } else if hasPoint {
          fraction.append(character)
        } else {
          digits.append(character)
        }
      case "_":
        guard last.isASCII, last.isNumber else { return nil }
      case ".":
        guard !hasPoint, !isInExponent else { return nil }
        hasPoint = true
      case "e", "E":
        guard !isInExponent, !digits.isEmpty || !fraction.isEmpty else { return nil }
        isInExponent = true
        last = "e"
        continue
      default: return nil
      }
      last = character
    }
    guard last != "_", !digits.isEmpty || !fraction.isEmpty else { return nil }
    var plain = sign + (digits.isEmpty ? "0" : digits)
    if hasPoint { plain += "." + (fraction.isEmpty ? "0" : fraction) }
    if exponent.contains(where: \.isNumber) { plain += "e" + exponent }
    guard let value = JSONNumber(text: plain) else { return nil }
    self.value = value
  }
}
