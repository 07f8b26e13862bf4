import Charts
import Foundation
import Testing

/// The figures as they are kept beside the tests, to be looked at: `Goldens/NAME.svg` and `.txt`.
///
/// `RECORD_GOLDENS=1 swift test --filter ChartsTests` writes them anew, and fails.
@Suite("Goldens")
struct GoldenTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Goldens")

  @Test("a figure's SVG is the one that was looked at", arguments: Gallery.all)
  func svg(entry: Gallery.Entry) throws {
    try compare(try entry.figure.svg(prefix: entry.name), "\(entry.name).svg")
  }

  @Test("a figure in a terminal is the one that was looked at", arguments: Gallery.all)
  func terminal(entry: Gallery.Entry) throws {
    try compare(
      try entry.figure.terminalText(columns: 72, style: .plain),
      "\(entry.name).txt"
    )
  }

  private func compare(_ text: String, _ name: String) throws {
    let file = GoldenTests.folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["RECORD_GOLDENS"] != nil {
      try Data(text.utf8).write(to: file)
      Issue.record("recorded \(name)")
      return
    }
    let golden = try String(contentsOf: file, encoding: .utf8)
    #expect(text == golden, "\(name) differs; look at what RECORD_GOLDENS=1 writes")
  }
}
