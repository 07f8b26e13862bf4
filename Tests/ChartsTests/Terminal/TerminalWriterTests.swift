import Charts
import Testing

@Suite("Terminal figures")
struct TerminalWriterTests {
  @Test("colors change no character", arguments: Gallery.all)
  func colors(entry: Gallery.Entry) throws {
    let plain = try entry.figure.terminalText(columns: 80, style: .plain)
    let colored = try entry.figure.terminalText(columns: 80, style: .ansi)
    #expect(colored.replacing(/\u{1B}\[[0-9;]*m/, with: "") == plain)
    #expect(!plain.contains("\u{1B}"))
  }

  @Test("a line that falls is drawn in dots between an axis and its numbers")
  func line() throws {
    let chart = Chart { LineMark(x: [0, 1, 2], y: [2, 1, 0]) }.frame(width: 200, height: 80)
    #expect(
      try chart.terminalText(columns: 24, style: .plain) == """
        2│⠉⠒⠢⠤⣀⡀
         │     ⠈⠑⠒⠤⢄⣀
        1│           ⠉⠑⠒⠤⢄⡀
        0│                ⠈⠉⠒⠢⠤⣀
         └──────────────────────
          0          1         2

        """
    )
  }

  @Test("every line of a colored figure ends without a color")
  func reset() throws {
    let text = try Chart { PointMark(x: 1, y: 1).foregroundStyle(.purple) }
      .terminalText(columns: 40, style: .ansi)
    for line in text.split(separator: "\n") where line.contains("\u{1B}") {
      #expect(line.hasSuffix("\u{1B}[0m"))
    }
  }

  @Test("wide characters take two cells")
  func wide() throws {
    let text = try Chart("漢字の題") { PointMark(x: 1, y: 1) }.terminalText(columns: 20, style: .plain)
    #expect(text.hasPrefix("漢字の題\n"))
  }
}
