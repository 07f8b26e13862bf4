import Testing

@testable import Rendering

@Suite("Tags of HTML")
struct HTMLTagScannerTests {
  /// The values of an attribute of all tags, each tag taken apart.
  private static func values(of name: String, in html: String) -> [String] {
    var scanner = HTMLTagScanner(html)
    var values: [String] = []
    while let piece = scanner.next() {
      guard case .tag(let tag) = piece else { continue }
      values += tag.attributes.filter { $0.name == name }.map(\.value)
    }
    return values
  }

  @Test(
    "passing over the tags that do not mention an attribute finds what reading all finds",
    arguments: [
      "", "style=", "<p style=\"a: b\">x</p>", "a < b style=\"c\" <p style='d'>",
      "<3 <b title=\"<i style=e>\" style=f>", "<!-- <p style=g> --><p\nstyle = h>",
      "<a title=it's><p style=\"i\">'</p>", "<p title='>' style=\"j\"><q style=k", "<p style=l",
      "<?x style=m><P STYLE=n><p style=\"o>\" class='p'>&lt;p style=q&gt;",
    ]
  )
  func passing(_ html: String) {
    var scanner = HTMLTagScanner(html)
    var values: [String] = []
    while let tag = scanner.nextTag(mentioning: "style") {
      values += tag.attributes.filter { $0.name == "style" }.map(\.value)
    }
    #expect(values == Self.values(of: "style", in: html.replacing("STYLE", with: "xtyle")))
  }
}
