import Testing

@testable import Rendering

@Suite("Raw HTML of an author is let through only where it is harmless")
struct HTMLSanitizerTests {
  private func sanitized(
    _ html: String,
    in place: HTMLSanitizer.Place = .block
  ) -> (html: String, isWhole: Bool) {
    var sanitizer = HTMLSanitizer()
    sanitizer.enterBlock()
    var text = sanitizer.sanitize(html, in: place) { reference in
      switch reference {
      case .link(let address), .image(let address):
        address.hasPrefix("https:") || address.hasPrefix("a.") ? address : nil
      }
    }
    text += sanitizer.exitBlock()
    return (text, !sanitizer.takeDropped())
  }

  @Test(
    "harmless HTML stays",
    arguments: [
      "<b>a</b>", "<details><summary>a</summary>b</details>", "<a href=\"https://x.y/\">z</a>",
      "<table><tr><td colspan=\"2\">a</td></tr></table>", "a &amp; b", "<br>", "<p>a</p>",
      "<img src=\"a.png\" alt=\"b\">", "<ul><li>a</li></ul>",
    ]
  )
  func harmless(_ html: String) {
    let result = sanitized(html)
    #expect(result.html == html)
    #expect(result.isWhole)
  }

  @Test(
    "what could act is left out, and told",
    arguments: [
      ("<script>alert(1)</script>b", "b"), ("<SCRIPT src=//x>a</sCRIPT >b", "b"),
      ("<style>p{}</style>b", "b"), ("<iframe src=x></iframe>b", "b"),
      ("<svg onload=a>b</svg>", "b"),
      ("<a href=\"javascript:alert(1)\">b</a>", "<a>b</a>"),
      ("<a href=\"java&#115;cript&colon;alert(1)\">b</a>", "<a>b</a>"),
      ("<img src=x onerror=alert(1)>b", "b"), ("<form action=x>b</form>", "b"),
      ("<math><mtext></mtext></math>b", "b"), ("<base href=x>b", "b"),
    ]
  )
  func harmful(_ html: String, _ expected: String) {
    let result = sanitized(html)
    #expect(result.html == expected)
    #expect(!result.isWhole)
  }

  @Test(
    "attributes that are not known go without a word",
    arguments: [
      ("<b onclick=\"a()\" style='x' class=y>c</b>", "<b>c</b>"),
      ("<p title='a\"b'>c</p>", "<p title=\"a&quot;b\">c</p>"), ("<!-- a -->b", "b"),
      ("<!-- a > b", ""), ("a < b", "a &lt; b"), ("<", "&lt;"), ("<b", "&lt;b"),
      ("<!DOCTYPE html>b", "b"), ("<?php ?>b", "b"),
    ]
  )
  func attributes(_ html: String, _ expected: String) {
    #expect(sanitized(html).html == expected)
  }

  @Test(
    "no fragment reaches beyond its block",
    arguments: [
      ("<div><b>a", "<div><b>a</b></div>"), ("</div></main>a", "a"),
      ("<b><i>a</b>", "<b><i>a</i></b>"),
      ("<li>a</li>", "a"), ("<td>a", "a"),
    ]
  )
  func balance(_ html: String, _ expected: String) {
    #expect(sanitized(html).html == expected)
  }

  @Test("blocks do not stand in a line of text")
  func lines() {
    #expect(sanitized("<div>a</div><kbd>b</kbd>", in: .line).html == "a<kbd>b</kbd>")
  }

  @Test("a tag is closed only by the block that opened it")
  func blocks() {
    var sanitizer = HTMLSanitizer()
    sanitizer.enterBlock()
    #expect(sanitizer.sanitize("<details>", in: .block) { _ in nil } == "<details>")
    sanitizer.enterBlock()
    #expect(sanitizer.sanitize("</details><b>", in: .block) { _ in nil } == "<b>")
    #expect(sanitizer.exitBlock() == "</b>")
    #expect(sanitizer.sanitize("</details>", in: .block) { _ in nil } == "</details>")
    #expect(sanitizer.exitBlock() == "")
  }
}
