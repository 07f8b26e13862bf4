/// A tag in the HTML of an author.
struct HTMLTag {
  /// What an attribute leads to.
  enum Reference {
    case link(String)
    case image(String)
  }

  /// The name, in lower case.
  var name: String
  var isClosing: Bool
  /// The attributes, names in lower case, values without quotes and character references.
  var attributes: [(name: String, value: String)] = []
}

/// Takes HTML apart into tags, comments and the text between them.
struct HTMLTagScanner {
  enum Piece {
    case text(String)
    case comment
    case tag(HTMLTag)
  }

  private let bytes: [UInt8]
  private var index = 0

  init(_ html: String) { bytes = Array(html.utf8) }

  /// Returns the next piece, or nil at the end.
  mutating func next() -> Piece? {
    guard index < bytes.count else { return nil }
    let start = index
    if bytes[index] == UInt8(ascii: "<") {
      if bytes[index...].starts(with: "<!--".utf8) {
        index = end(of: "-->", from: index + 4)
        return .comment
      }
      if index + 1 < bytes.count, [UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[index + 1])
      {
        index = end(of: ">", from: index)
        return .comment
      }
      if let tag = tag() { return .tag(tag) }
      index = start + 1
    }
    while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
    return .text(String(decoding: bytes[start..<index], as: UTF8.self))
  }

  /// Returns the next tag that has a text in it, or nil at the end; tags without it are not taken
  /// apart.
  mutating func nextTag(mentioning text: String) -> HTMLTag? {
    let text = Array(text.utf8)
    while index < bytes.count {
      let start = index
      skipPiece()
      let piece = bytes[start..<index]
      guard piece.first == UInt8(ascii: "<"), piece.contains(text) else { continue }
      index = start
      if case .tag(let tag)? = next() { return tag }
    }
    return nil
  }

  /// Moves behind a tag, a comment or a text; a tag ends at the first `>` outside of quotes.
  private mutating func skipPiece() {
    let isTag = bytes[index] == UInt8(ascii: "<")
    let following = index + 1 < bytes.count ? bytes[index + 1] : 0
    guard isTag else {
      while index < bytes.count, bytes[index] != UInt8(ascii: "<") { index += 1 }
      return
    }
    guard following == UInt8(ascii: "/") || (0x61...0x7A).contains(following | 0x20) else {
      _ = next()
      return
    }
    var quote: UInt8?
    var last = UInt8(ascii: "<")
    while let byte = current {
      index += 1
      switch byte {
      case UInt8(ascii: ">") where quote == nil: return
      case UInt8(ascii: "\""), UInt8(ascii: "'"):
        if byte == quote { quote = nil } else if last == UInt8(ascii: "=") { quote = quote ?? byte }
      default: break
      }
      if byte > 0x20 { last = byte }
    }
  }

  /// Moves behind the closing tag of a name, or to the end where there is none.
  mutating func skip(to name: String) {
    let closing = Array("</\(name)".utf8)
    while index < bytes.count {
      let candidate = bytes[index...].prefix(closing.count).map { $0 | ($0 > 0x40 ? 0x20 : 0) }
      if candidate == closing {
        index = end(of: ">", from: index)
        return
      }
      index += 1
    }
  }

  private func end(of text: String, from start: Int) -> Int {
    let text = Array(text.utf8)
    var index = start
    while index + text.count <= bytes.count {
      if bytes[index...].starts(with: text) { return index + text.count }
      index += 1
    }
    return bytes.count
  }

  private mutating func tag() -> HTMLTag? {
    index += 1
    let isClosing = current == UInt8(ascii: "/")
    if isClosing { index += 1 }
    let name = word { byte in (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) }
    guard !name.isEmpty else { return nil }
    var tag = HTMLTag(name: name, isClosing: isClosing)
    while let byte = current {
      switch byte {
      case UInt8(ascii: ">"):
        index += 1
        return tag
      case 0...0x20, UInt8(ascii: "/"): index += 1
      default:
        let name = word { byte in byte > 0x20 && !"=/>\"'<".utf8.contains(byte) }
        guard !name.isEmpty else { return nil }
        skipSpace()
        var value = ""
        if current == UInt8(ascii: "=") {
          index += 1
          skipSpace()
          value = self.value()
        }
        if !tag.attributes.contains(where: { $0.name == name }) {
          tag.attributes.append((name, value))
        }
      }
    }
    return nil
  }

  private var current: UInt8? { index < bytes.count ? bytes[index] : nil }

  private mutating func skipSpace() {
    while let byte = current, byte <= 0x20 { index += 1 }
  }

  private mutating func word(_ isPart: (UInt8) -> Bool) -> String {
    let start = index
    while let byte = current, isPart(byte) { index += 1 }
    return String(decoding: bytes[start..<index], as: UTF8.self).lowercased()
  }

  private mutating func value() -> String {
    guard let quote = current else { return "" }
    let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
    if isQuoted { index += 1 }
    let start = index
    while let byte = current {
      if isQuoted ? byte == quote : (byte <= 0x20 || byte == UInt8(ascii: ">")) { break }
      index += 1
    }
    let value = String(decoding: bytes[start..<index], as: UTF8.self)
    if isQuoted, current != nil { index += 1 }
    return Self.decoded(value)
  }

  /// Text with its character references, as far as an address could hide behind them, resolved.
  private static func decoded(_ value: String) -> String {
    guard value.contains("&") else { return value }
    var result = ""
    var rest = Substring(value)
    while let character = rest.first {
      guard character == "&", let end = rest.prefix(12).firstIndex(of: ";"),
        let scalar = scalar(named: rest[..<end].dropFirst())
      else {
        result.append(character)
        rest.removeFirst()
        continue
      }
      result.unicodeScalars.append(scalar)
      rest = rest[end...].dropFirst()
    }
    return result
  }

  private static func scalar(named name: Substring) -> Unicode.Scalar? {
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    case "colon": return ":"
    case "Tab": return "\t"
    case "NewLine": return "\n"
    default:
      guard name.hasPrefix("#") else { return nil }
      let number = name.dropFirst()
      let isHexadecimal = number.first.map { "xX".contains($0) } ?? false
      return UInt32(isHexadecimal ? number.dropFirst() : number, radix: isHexadecimal ? 16 : 10)
        .flatMap(Unicode.Scalar.init)
    }
  }
}

extension ArraySlice<UInt8> {
  /// Whether some bytes stand in these.
  fileprivate func contains(_ text: [UInt8]) -> Bool {
    guard let first = text.first else { return true }
    return indices.contains { self[$0] == first && self[$0...].starts(with: text) }
  }
}
