/// The Content-Security-Policy of a page: its own style, script, images and font, and nothing else.
///
/// What stands in the page itself is allowed by its hash, attributes of style included: formulas and an
/// author's own HTML may have such.
struct ContentPolicy {
  private let style: String
  private let script: String
  private let attributes: String

  /// Creates the policy of a page.
  ///
  /// - Parameters:
  ///   - styles: The style sheets in the page; none where they are files beside it.
  ///   - script: The script in the page; nil for one in a file beside it.
  ///   - bodies: The HTML whose attributes of style are allowed.
  init(styles: [String] = [], script: String? = nil, bodies: [String]) {
    style = styles.isEmpty ? "'self'" : styles.map(Self.hash).joined(separator: " ")
    self.script = script.map(Self.hash) ?? "'self'"
    let values = Set(bodies.flatMap(Self.styleAttributes))
    attributes =
      values.isEmpty
      ? "'none'" : "'unsafe-hashes' " + values.map(Self.hash).sorted().joined(separator: " ")
  }

  /// The policy as the `meta` element of a page has it.
  var text: String {
    "default-src 'none'; style-src \(style); style-src-attr \(attributes); script-src \(script); "
      + "img-src 'self' data:; font-src data:; base-uri 'none'; form-action 'none'"
  }

  private static func styleAttributes(of html: String) -> [String] {
    var scanner = HTMLTagScanner(html)
    var values: [String] = []
    while let tag = scanner.nextTag(mentioning: "style") {
      values += tag.attributes.lazy.filter { $0.name == "style" }.map(\.value)
    }
    return values
  }

  private static func hash(_ text: String) -> String {
    "'sha256-\(Base64.encoded(SHA256.hash(Array(text.utf8))))'"
  }
}
