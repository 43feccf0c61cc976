extension StructureValidator {
  /// Every link, image and address of a Markdown text leads to one of these hosts: `.links(allowed: ["example.com"])`.
  ///
  /// What a model was told to write can lead a user astray, and an image's address can carry off what was said, with no
  /// click. So what cannot be read with certainty is a violation: a host that is not listed, a scheme that is not
  /// listed, a user name before the host, percent-encoding in it, a backslash, a control or invisible character,
  /// another port, `<script>` and its like, `onclick` and its like. `javascript:`, `data:` and `file:` are never allowed.
  ///
  /// Looked at are links, images and definitions of Markdown, addresses in angle brackets, bare addresses
  /// (`https://…`, `www.…`, `name@host`) and HTML's `href`, `src` and their like. Code is left out unless asked for.
  /// Not looked at: names of hosts without `www.` or a scheme, and where a server redirects to.
  /// - Parameters:
  ///   - hosts: the hosts, capitals aside: `example.com` for that one, `*.example.com` for those below it,
  ///     `example.com:8080` for a port other than the scheme's own.
  ///   - images: the hosts of images in Markdown, where they differ from the others; empty for no images at all.
  ///   - schemes: the schemes; of `mailto` the host of each recipient counts.
  ///   - relative: whether an address without a scheme and host is allowed. `#section` always is.
  ///   - includingCode: whether code is looked at too.
  public static func links(
    allowed hosts: [String], images: [String]? = nil, schemes: [String] = ["https", "http", "mailto"],
    relative: Bool = false, includingCode: Bool = false
  ) -> StructureValidator {
    let policy = LinkPolicy(hosts: hosts, schemes: schemes, allowsRelative: relative)
    let imagePolicy = LinkPolicy(hosts: images ?? hosts, schemes: schemes, allowsRelative: relative)
    return StructureValidator(name: "links") { text in
      let document = MarkdownDocument(text)
      var violations = ViolationList()
      if document.isTooDeep {
        violations.add("quotes and lists nest deeper than \(MarkdownBlockParser.depthLimit), where links are not read")
      }
      for link in LinkFinder(document, includesCode: includingCode).links {
        let fault = link.fault ?? (link.kind == .image ? imagePolicy : policy).fault(of: link.destination)
        guard let fault else { continue }
        violations.add("line \(link.line): \(link.kind.rawValue) \(link.destination.quotedInBrief) \(fault)")
      }
      return violations.all
    }
  }

  /// Every link by reference, `[text][label]` or `[label][]`, has its definition `[label]: address`.
  ///
  /// A label alone, `[1]`, may be a citation and is not looked at.
  public static var noUndefinedLinkReferences: StructureValidator {
    StructureValidator(name: "noUndefinedLinkReferences") { text in
      let document = MarkdownDocument(text)
      let defined = Set(document.definitions.map(\.label))
      var violations = ViolationList()
      for block in document.blocks where !block.content.isEmpty {
        switch block.kind {
        case .paragraph, .heading, .table: break
        default: continue
        }
        let inline = document.inlineText(of: block)
        for reference in MarkdownReferences.find(in: inline.bytes) where !defined.contains(reference.label) {
          let line = inline.line(of: reference.offset)
          violations.add("line \(line): the link reference \(reference.label.quotedInBrief) is not defined")
        }
      }
      return violations.all
    }
  }
}

/// Links by reference within a paragraph: `[text][label]` and `[label][]`.
enum MarkdownReferences {
  static func find(in bytes: [UInt8]) -> [(label: String, offset: Int)] {
    let visible = MarkdownCodeSpans.visible(bytes)
    var found: [(label: String, offset: Int)] = []
    var openBrackets: [Int] = []
    var index = 0
    while index < bytes.count {
      defer { index += 1 }
      if !visible[index] { continue }
      if MarkdownDestination.isEscape(bytes, at: index) {
        index += 1
        continue
      }
      if bytes[index] == UInt8(ascii: "[") { openBrackets.append(index) }
      guard bytes[index] == UInt8(ascii: "]"), let open = openBrackets.popLast(), index + 1 < bytes.count,
        bytes[index + 1] == UInt8(ascii: "[")
      else { continue }
      // Behind a word it is an element of an array: `matrix[0][1]`.
      if open > 0, bytes[open - 1].isWordByte || bytes[open - 1] == UInt8(ascii: "]") { continue }
      if let label = MarkdownDestination.label(bytes, at: index + 1) {
        found.append((label.label, index))
        index = label.end - 1
      } else if index + 2 < bytes.count, bytes[index + 2] == UInt8(ascii: "]"),
        let label = MarkdownDestination.label(bytes, at: open)
      {
        found.append((label.label, index))
        index += 2
      }
    }
    return found
  }
}
