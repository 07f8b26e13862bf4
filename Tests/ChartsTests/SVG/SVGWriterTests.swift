import Charts
import Foundation
import Testing

@Suite("SVG")
struct SVGWriterTests {
  @Test("a figure is well-formed XML whatever its author writes", arguments: Gallery.all)
  func wellFormed(entry: Gallery.Entry) throws {
    let svg = try entry.figure.svg(prefix: entry.name)
    var open: [Substring] = []
    for tag in svg.matches(of: /<(\/?)([a-z]+)([^<>]*?)(\/?)>/) {
      if tag.1 == "/" {
        #expect(open.popLast() == tag.2)
      } else if tag.4.isEmpty {
        open.append(tag.2)
      }
      #expect(tag.3.filter { $0 == "\"" }.count.isMultiple(of: 2))
    }
    #expect(open.isEmpty)
    #expect(!svg.contains("<script") && !svg.contains("nan") && !svg.contains("inf"))
    for scalar in svg.unicodeScalars { #expect(scalar == "\n" || scalar.value >= 0x20) }
  }

  @Test("what an author writes is text, never markup")
  func escaping() throws {
    let chart = Chart("<b>&\"'") {
      PointMark(x: 1, y: 1).annotation("</text><script>x</script>")
    }
    .accessibilityLabel("]]></desc>").chartXAxisLabel("\u{0}\u{1B}[31m\u{FFFF}")
    let svg = try chart.svg(prefix: "a\"><script>")
    #expect(svg.contains("<title id=\"a---script--title\">&lt;b&gt;&amp;&quot;&#39;</title>"))
    #expect(svg.contains("&lt;/text&gt;&lt;script&gt;x&lt;/script&gt;</text>"))
    #expect(svg.contains("<desc id=\"a---script--desc\">]]&gt;&lt;/desc&gt;</desc>"))
    #expect(!svg.contains("\u{0}") && !svg.contains("\u{1B}") && !svg.contains("\u{FFFF}"))
  }

  @Test("figures with different prefixes share no id, and their styles do not meet")
  func prefixes() throws {
    let chart = Chart { PointMark(x: 1, y: 1) }
    func ids(_ svg: String) -> Set<String> {
      Set(svg.matches(of: /id="([^"]*)"/).map { String($0.1) })
    }
    let (first, second) = (try chart.svg(prefix: "one"), try chart.svg(prefix: "two"))
    #expect(ids(first).isDisjoint(with: ids(second)))
    let style = try #require(first.firstMatch(of: /<style>([^<]*)<\/style>/)).1
    for rule in style.split(separator: "\n") {
      #expect(rule.hasPrefix("#one ") || rule.contains(":where(#one)"))
    }
  }

  @Test("numbers are rounded to a tenth of a pixel")
  func rounding() throws {
    let svg = try Chart { LineMark(over: 0...1) { $0 * $0 } }.svg(prefix: "a")
    for path in svg.matches(of: /\ d="([^"]*)"/) {
      for number in path.1.matches(of: /\d+\.(\d+)/) { #expect(number.1.count == 1) }
    }
  }

  @Test("values that are not finite are counted in a note")
  func note() throws {
    let chart = Chart { LineMark(x: [1, 2, 3], y: [1, .nan, .infinity]) }
    #expect(try chart.svg(prefix: "a").contains(">2 values are not finite, and not drawn</text>"))
  }

  @Test("rounding noise, which differs from one processor to the next, is not described")
  func noise() throws {
    let noisy = Chart {
      PointMark(x: [1, 2], y: [1.0e-17, -3e-18]).foregroundStyle(by: "b")
      PointMark(x: [1, 2], y: [-0.1, 0.2]).foregroundStyle(by: "β")
    }
    let summary = "Chart: 2 points “b”, 0; 2 points “β”, −0.1 to 0.2."
    #expect(try noisy.layout(in: .page).summary == summary)
    let small = Chart { LineMark(y: [1e-12, 1]) }.chartYScale(type: .log)
    #expect(try small.layout(in: .page).summary == "Chart: line, 10⁻¹² to 1.")
    let along = Chart { PointMark(x: [0.0001, 0.5, 1]) }.chartXScale(type: .log)
    #expect(try along.layout(in: .page).summary == "Chart: 3 points, 0.0001 to 1.")
  }

  @Test("the description lists the marks with their ranges, unless the author writes one")
  func descriptions() throws {
    let chart = Chart("Cost") {
      LineMark(x: [0, 1], y: [2.5, 0.25]).foregroundStyle(by: "train")
      RuleMark(y: 1)
    }
    .chartXAxisLabel("epoch").chartYScale(type: .log).chartYAxisLabel("J")
    #expect(
      try chart.layout(in: .page).summary
        == "Cost: line “train”, 0.25 to 2.5; level line at 1. Horizontal axis: epoch. "
        + "Vertical axis: J, logarithmic."
    )
    #expect(try chart.accessibilityLabel("It falls.").layout(in: .page).summary == "It falls.")
  }
}
