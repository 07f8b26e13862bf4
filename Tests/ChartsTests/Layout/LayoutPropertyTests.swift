import Testing

@testable import Charts

@Suite("Layouts")
struct LayoutPropertyTests {
  /// The canvases that every figure must fit.
  static let canvases: [Canvas] = [
    .page, .terminal(columns: 40), .terminal(columns: 72), .terminal(columns: 100),
    .terminal(columns: 160),
  ]

  @Test("no two labels overlap", arguments: Gallery.all, canvases)
  func labelsDoNotOverlap(entry: Gallery.Entry, canvas: Canvas) throws {
    let labels = try entry.figure.layout(in: canvas).labels
    for (index, label) in labels.enumerated() {
      for other in labels.dropFirst(index + 1) {
        #expect(!label.box.overlaps(other.box), "'\(label.text)' and '\(other.text)'")
      }
    }
  }

  @Test(
    "every label lies on the canvas, and is as wide as its box",
    arguments: Gallery.all,
    canvases
  )
  func labelsLieInside(entry: Gallery.Entry, canvas: Canvas) throws {
    let layout = try entry.figure.layout(in: canvas)
    for label in layout.labels {
      #expect(layout.bounds.contains(label.box), "'\(label.text)' at \(label.box)")
      #expect(canvas.width(label.text, label.size) <= label.box.width + 1e-9, "'\(label.text)'")
    }
  }

  @Test("everything that is drawn lies on the canvas", arguments: Gallery.all, canvases)
  func pointsLieInside(entry: Gallery.Entry, canvas: Canvas) throws {
    let layout = try entry.figure.layout(in: canvas)
    // An arrowhead, and the end of a tick, may reach a little beyond what it belongs to.
    let bounds = layout.bounds.grown(by: canvas.gap)
    for element in layout.elements {
      switch element {
      case .path(let path):
        for point in path.lines.flatMap({ $0 }) { #expect(bounds.contains(point), "\(path)") }
      case .symbols(let group):
        for point in group.points { #expect(bounds.contains(point), "\(group)") }
      case .label: break
      }
    }
  }

  @Test("the lines of a terminal are no wider than it", arguments: Gallery.all, [40, 72, 100])
  func terminalWidth(entry: Gallery.Entry, columns: Int) throws {
    let text = try entry.figure.terminalText(columns: columns, style: .plain)
    for line in text.split(separator: "\n") { #expect(line.count <= columns) }
  }

  @Test("the same figure gives the same bytes", arguments: Gallery.all)
  func deterministic(entry: Gallery.Entry) throws {
    #expect(try entry.figure.svg(prefix: "a") == entry.figure.svg(prefix: "a"))
  }

  @Test("more words than there is room for are left out, and counted in a note")
  func manyWords() throws {
    let chart = Chart {
      for index in 0..<1_000 { TextMark("word \(index)", x: Double(index), y: Double(index % 7)) }
    }
    let labels = try chart.layout(in: .page).labels
    let words = labels.filter { $0.role == .annotation }
    let note = labels.first { $0.role == .note }?.text
    #expect(words.count <= 300)
    #expect(note == "no room for \(1_000 - words.count) labels")
  }

  @Test("a title of a million characters is cut without measuring all of them")
  func longTitle() throws {
    let title = String(repeating: "ab", count: 500_000)
    let layout = try Chart(title) { LineMark(y: [1, 2]) }.layout(in: .page)
    let label = try #require(layout.labels.first { $0.role == .title })
    #expect(label.text.hasSuffix("…") && label.text.count < 100)
  }
}
