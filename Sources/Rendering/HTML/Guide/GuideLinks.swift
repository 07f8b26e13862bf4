/// The pages of a guide, and where a link of an author leads among them.
struct GuideLinks {
  /// A page that links may lead to.
  struct Page {
    /// The address of the lesson's beginning.
    var top: String
    /// What stands before an anchor of the lesson in an address.
    var base: String
    /// The anchors of the lesson.
    var anchors: Set<String>
  }

  /// What a destination is.
  enum Target: Equatable {
    /// A place on a page of the guide: the address.
    case page(String)
    /// A page that has no such anchor.
    case missingAnchor(String)
    /// A lesson that is no part of the guide.
    case missingPage(String)
    /// A file beside the lessons: its path, and what stands behind it in the address.
    case file(String, rest: String)
    /// A page elsewhere.
    case external(String)
    /// An address that does not name a page: its scheme.
    case forbidden(String)
  }

  /// The pages by the names of their lessons' files.
  let pages: [String: Page]

  /// Creates the links of a guide from what `page` says of each of its lessons.
  init(_ lessons: [GuideLesson], page: (GuideLesson) -> Page) {
    pages = Dictionary(lessons.map { ($0.name, page($0)) }, uniquingKeysWith: { first, _ in first })
  }

  private static let schemes: Set<String> = ["http", "https", "mailto"]

  /// Returns what a destination is, written in the lesson of a name.
  func target(of destination: String, in lesson: String) -> Target {
    // Browsers skip white space and controls in a scheme.
    let plain = destination.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }
    let address = String(String.UnicodeScalarView(plain))
    if let scheme = Self.scheme(of: address) {
      return Self.schemes.contains(scheme) ? .external(address) : .forbidden(scheme)
    }
    if address.hasPrefix("//") || address.hasPrefix("\\") || address.hasPrefix("/\\") {
      return .external("https:" + address)
    }
    let parts = address.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
    let path = Self.percentDecoded(String(parts.first ?? ""))
    let anchor = parts.count > 1 ? Self.percentDecoded(String(parts[1])) : nil
    let name = path.hasPrefix("./") ? String(path.dropFirst(2)) : path
    if let page = pages[name.isEmpty ? lesson : name] {
      guard let anchor, !anchor.isEmpty else { return .page(page.top) }
      guard page.anchors.contains(anchor) else { return .missingAnchor(anchor) }
      return .page(page.base + anchor)
    }
    if name.hasSuffix(".md") { return .missingPage(name) }
    let file = name.prefix { $0 != "?" }
    let rest = String(name[file.endIndex...]) + (anchor.map { "#" + $0 } ?? "")
    return .file(String(file), rest: rest)
  }

  private static func scheme(of address: String) -> String? {
    guard let end = address.firstIndex(of: ":") else { return nil }
    let scheme = address[..<end]
    let isScheme =
      scheme.first?.isLetter == true
      && scheme.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-.".contains($0)) }
    return isScheme ? scheme.lowercased() : nil
  }

  /// Text with `%20` and its like resolved; bytes that are no UTF-8 stay as they are.
  static func percentDecoded(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "%")) else { return text }
    let bytes = Array(text.utf8)
    var result: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
        let byte = UInt8(
          String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self),
          radix: 16
        )
      {
        result.append(byte)
        index += 3
      } else {
        result.append(bytes[index])
        index += 1
      }
    }
    return String(validating: result, as: UTF8.self) ?? text
  }
}
