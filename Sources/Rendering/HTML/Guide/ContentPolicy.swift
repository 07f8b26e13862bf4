/// The Content-Security-Policy of a page: its own style, script and images, and nothing else.
enum ContentPolicy {
  /// The policy of a page that loads its style and script from files beside it.
  static let files = policy(style: "'self'", script: "'self'")

  /// Returns the policy of a page that holds its style and script itself.
  static func inline(style: String, script: String) -> String {
    policy(style: source(of: style), script: source(of: script))
  }

  /// MathML and figures set attributes of style, which can load nothing; elements are named one by one.
  private static func policy(style: String, script: String) -> String {
    "default-src 'none'; style-src \(style); style-src-attr 'unsafe-inline'; script-src \(script); "
      + "img-src 'self' data:; base-uri 'none'; form-action 'none'"
  }

  private static func source(of text: String) -> String {
    "'sha256-\(Base64.encoded(SHA256.hash(Array(text.utf8))))'"
  }
}
