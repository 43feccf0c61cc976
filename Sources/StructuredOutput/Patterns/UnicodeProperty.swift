import Synchronization

/// The properties of Unicode that `\p{…}` names, with the names that ECMA-262 gives them (tables 67 to 69).
enum UnicodeProperty {
  private static let sets = Mutex<[String: ScalarSet]>([:])

  /// The scalars of `Lu`, `Letter`, `gc=Lu`, `Script=Latin`, `scx=Latn` or `Alphabetic`; nil for what is no property.
  static func scalars(of name: String) -> ScalarSet? {
    if let set = sets.withLock({ $0[name] }) { return set }
    let set = compute(name)
    if let set { sets.withLock { $0[name] = set } }
    return set
  }

  private static func compute(_ name: String) -> ScalarSet? {
    let parts = name.split(separator: "=", omittingEmptySubsequences: false)
    if parts.count == 2 {
      switch parts[0] {
      case "General_Category", "gc": return GeneralCategories.scalars(of: String(parts[1]))
      case "Script", "sc": return UnicodeScript(String(parts[1]))?.scalars
      case "Script_Extensions", "scx": return UnicodeScript(String(parts[1]))?.extendedScalars
      default: return nil
      }
    }
    return GeneralCategories.scalars(of: name) ?? BinaryProperties.scalars(of: name)
  }
}

/// The property General_Category.
private enum GeneralCategories {
  private static let names: [(category: Unicode.GeneralCategory, short: String, long: String)] = [
    (.uppercaseLetter, "Lu", "Uppercase_Letter"), (.lowercaseLetter, "Ll", "Lowercase_Letter"),
    (.titlecaseLetter, "Lt", "Titlecase_Letter"), (.modifierLetter, "Lm", "Modifier_Letter"),
    (.otherLetter, "Lo", "Other_Letter"), (.nonspacingMark, "Mn", "Nonspacing_Mark"),
    (.spacingMark, "Mc", "Spacing_Mark"), (.enclosingMark, "Me", "Enclosing_Mark"),
    (.decimalNumber, "Nd", "Decimal_Number"), (.letterNumber, "Nl", "Letter_Number"),
    (.otherNumber, "No", "Other_Number"), (.connectorPunctuation, "Pc", "Connector_Punctuation"),
    (.dashPunctuation, "Pd", "Dash_Punctuation"), (.openPunctuation, "Ps", "Open_Punctuation"),
    (.closePunctuation, "Pe", "Close_Punctuation"), (.initialPunctuation, "Pi", "Initial_Punctuation"),
    (.finalPunctuation, "Pf", "Final_Punctuation"), (.otherPunctuation, "Po", "Other_Punctuation"),
    (.mathSymbol, "Sm", "Math_Symbol"), (.currencySymbol, "Sc", "Currency_Symbol"),
    (.modifierSymbol, "Sk", "Modifier_Symbol"), (.otherSymbol, "So", "Other_Symbol"),
    (.spaceSeparator, "Zs", "Space_Separator"), (.lineSeparator, "Zl", "Line_Separator"),
    (.paragraphSeparator, "Zp", "Paragraph_Separator"), (.control, "Cc", "Control"), (.format, "Cf", "Format"),
    (.surrogate, "Cs", "Surrogate"), (.privateUse, "Co", "Private_Use"), (.unassigned, "Cn", "Unassigned"),
  ]

  private static let groups: [String: String] = [
    "Letter": "L", "Mark": "M", "Combining_Mark": "M", "Number": "N", "Punctuation": "P", "punct": "P", "Symbol": "S",
    "Separator": "Z", "Other": "C", "digit": "Nd", "cntrl": "Cc", "Cased_Letter": "LC",
  ]

  static func scalars(of name: String) -> ScalarSet? {
    let name = groups[name] ?? name
    let chosen = names.filter { category in
      category.short == name || category.long == name || category.short.prefix(1) == name
        || name == "LC" && ["Lu", "Ll", "Lt"].contains(category.short)
    }
    if chosen.isEmpty { return nil }
    return ScalarSet(union: chosen.flatMap { ranges[$0.category] ?? [] })
  }

  private static let ranges: [Unicode.GeneralCategory: [ClosedRange<UInt32>]] = {
    let runs = ScalarWalk.runs { UnicodeScalar($0)?.properties.generalCategory ?? .surrogate }
    var ranges: [Unicode.GeneralCategory: [ClosedRange<UInt32>]] = [:]
    for run in runs { ranges[run.value, default: []].append(run.range) }
    return ranges
  }()
}

/// The properties that a scalar has or has not.
private enum BinaryProperties {
  private static let tests: [(names: [String], has: @Sendable (UnicodeScalar.Properties) -> Bool)] = [
    (["ASCII_Hex_Digit", "AHex"], { $0.isASCIIHexDigit }), (["Alphabetic", "Alpha"], { $0.isAlphabetic }),
    (["Bidi_Control", "Bidi_C"], { $0.isBidiControl }), (["Bidi_Mirrored", "Bidi_M"], { $0.isBidiMirrored }),
    (["Case_Ignorable", "CI"], { $0.isCaseIgnorable }), (["Cased"], { $0.isCased }),
    (["Changes_When_Casefolded", "CWCF"], { $0.changesWhenCaseFolded }),
    (["Changes_When_Casemapped", "CWCM"], { $0.changesWhenCaseMapped }),
    (["Changes_When_Lowercased", "CWL"], { $0.changesWhenLowercased }),
    (["Changes_When_NFKC_Casefolded", "CWKCF"], { $0.changesWhenNFKCCaseFolded }),
    (["Changes_When_Titlecased", "CWT"], { $0.changesWhenTitlecased }),
    (["Changes_When_Uppercased", "CWU"], { $0.changesWhenUppercased }), (["Dash"], { $0.isDash }),
    (["Default_Ignorable_Code_Point", "DI"], { $0.isDefaultIgnorableCodePoint }),
    (["Deprecated", "Dep"], { $0.isDeprecated }), (["Diacritic", "Dia"], { $0.isDiacritic }),
    (["Emoji"], { $0.isEmoji }), (["Emoji_Modifier", "EMod"], { $0.isEmojiModifier }),
    (["Emoji_Modifier_Base", "EBase"], { $0.isEmojiModifierBase }),
    (["Emoji_Presentation", "EPres"], { $0.isEmojiPresentation }), (["Extender", "Ext"], { $0.isExtender }),
    (["Grapheme_Base", "Gr_Base"], { $0.isGraphemeBase }), (["Grapheme_Extend", "Gr_Ext"], { $0.isGraphemeExtend }),
    (["Hex_Digit", "Hex"], { $0.isHexDigit }), (["IDS_Binary_Operator", "IDSB"], { $0.isIDSBinaryOperator }),
    (["IDS_Trinary_Operator", "IDST"], { $0.isIDSTrinaryOperator }), (["ID_Continue", "IDC"], { $0.isIDContinue }),
    (["ID_Start", "IDS"], { $0.isIDStart }), (["Ideographic", "Ideo"], { $0.isIdeographic }),
    (["Join_Control", "Join_C"], { $0.isJoinControl }),
    (["Logical_Order_Exception", "LOE"], { $0.isLogicalOrderException }), (["Lowercase", "Lower"], { $0.isLowercase }),
    (["Math"], { $0.isMath }), (["Noncharacter_Code_Point", "NChar"], { $0.isNoncharacterCodePoint }),
    (["Pattern_Syntax", "Pat_Syn"], { $0.isPatternSyntax }),
    (["Pattern_White_Space", "Pat_WS"], { $0.isPatternWhitespace }),
    (["Quotation_Mark", "QMark"], { $0.isQuotationMark }),
    (["Radical"], { $0.isRadical }), (["Sentence_Terminal", "STerm"], { $0.isSentenceTerminal }),
    (["Soft_Dotted", "SD"], { $0.isSoftDotted }), (["Terminal_Punctuation", "Term"], { $0.isTerminalPunctuation }),
    (["Unified_Ideograph", "UIdeo"], { $0.isUnifiedIdeograph }), (["Uppercase", "Upper"], { $0.isUppercase }),
    (["Variation_Selector", "VS"], { $0.isVariationSelector }), (["White_Space", "space"], { $0.isWhitespace }),
    (["XID_Continue", "XIDC"], { $0.isXIDContinue }), (["XID_Start", "XIDS"], { $0.isXIDStart }),
  ]

  static func scalars(of name: String) -> ScalarSet? {
    switch name {
    case "ASCII": return ScalarSet(0...0x7F)
    case "Any": return .any
    case "Assigned": return GeneralCategories.scalars(of: "Cn")?.inverted
    case "Regional_Indicator", "RI": return ScalarSet(0x1F1E6...0x1F1FF)
    case "Emoji_Component", "EComp": return emojiComponents
    case "Extended_Pictographic", "ExtPict": return pictographs
    default: break
    }
    guard let has = tests.first(where: { $0.names.contains(name) })?.has else { return nil }
    let runs = ScalarWalk.runs { UnicodeScalar($0).map { has($0.properties) } ?? false }
    return ScalarSet(union: runs.filter(\.value).map(\.range))
  }

  // The two that the standard library does not tell, from Unicode 17.0's emoji-data.txt.

  private static let emojiComponents = ScalarSet(
    0x23...0x23, 0x2A...0x2A, 0x30...0x39, 0x200D...0x200D, 0x20E3...0x20E3, 0xFE0F...0xFE0F, 0x1F1E6...0x1F1FF,
    0x1F3FB...0x1F3FF, 0x1F9B0...0x1F9B3, 0xE0020...0xE007F)

  /// How many scalars to skip, and one less than how many are in.
  private static let pictographs: ScalarSet = {
    var numbers = PackedNumbers(
      """
      f5040jy70C0u60M0w25F1lB1C0c50PA42d60d71A090w1314902021204020112030318250105BB1201110I021I5101131502141B1512051101
      1K155132040202510201010603060A1F02040104210B1m1290E0E0qB1lE2J1p1040wc10C0vI010ghl30d13a3BF1F0E1b19m31C1E029Jt1REA
      0K028139M6x52l321122o222135z71-1B51N7127C0232041D120819052C28220104060306r2m1b2572G30152Cw6b1C3u17A5e17U1C32D9c1C
      k1191u5u27En4W8zV
      """)
    var ranges: [ClosedRange<UInt32>] = []
    var next: UInt32 = 0
    while let skipped = numbers.next(), let more = numbers.next() {
      ranges.append(next + skipped...next + skipped + more)
      next += skipped + more + 1
    }
    return ScalarSet(union: ranges)
  }()
}

/// Goes through all code points for a property's values. Asking for each takes tens of milliseconds, so where ideographs,
/// syllables, surrogates, private use or nothing go on for thousands, Unicode's blocks of sixteen are asked for at their ends alone.
private enum ScalarWalk {
  private static let uniform: [ClosedRange<UInt32>] = [
    0x3400...0x4DBF, 0x4E00...0x9FFF, 0xAC00...0xD7A3, 0xD800...0xF8FF, 0x17000...0x18AFF, 0x20000...0xDFFFF,
    0xE0200...0x10FFFF,
  ]
  private static let blockSize: UInt32 = 16

  /// The runs of scalars of one value, in order.
  static func runs<Value: Equatable>(_ value: (UInt32) -> Value) -> [(range: ClosedRange<UInt32>, value: Value)] {
    var runs: [(range: ClosedRange<UInt32>, value: Value)] = []
    func add(_ range: ClosedRange<UInt32>, _ value: Value) {
      if let last = runs.last, last.value == value {
        runs[runs.count - 1].range = last.range.lowerBound...range.upperBound
      } else {
        runs.append((range, value))
      }
    }
    var next: UInt32 = 0
    for range in uniform {
      for scalar in next..<range.lowerBound { add(scalar...scalar, value(scalar)) }
      for first in stride(from: range.lowerBound, through: range.upperBound, by: Int(blockSize)) {
        let block = first...min(first + blockSize - 1, range.upperBound)
        let here = value(first)
        if here == value(block.upperBound) {
          add(block, here)
        } else {
          for scalar in block { add(scalar...scalar, value(scalar)) }
        }
      }
      next = range.upperBound + 1
    }
    return runs
  }
}
