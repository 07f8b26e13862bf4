import Testing

@testable import Charts

@Suite("Canvases")
struct CanvasTests {
  @Test(
    "text is cut with an ellipsis where it is too wide for a terminal",
    arguments: [
      ("short", 10.0, "short"), ("exactly ten", 11, "exactly ten"),
      ("exactly ten", 10, "exactly t…"),
      ("a  b", 3, "a…"), ("漢字漢字", 6, "漢字…"), ("", 0, ""), ("two\nlines", 20, "two lines"),
      ("tab\tand \u{1B}[31m", 20, "tab and  [31m"), ("\u{202E}back", 20, " back"),
    ]
  )
  func cut(text: String, width: Double, shown: String) {
    let canvas = Canvas.terminal(columns: 80)
    let fitted = canvas.fitted(text, to: width)
    #expect(fitted == shown)
    #expect(canvas.width(fitted) <= width)
  }

  @Test("a terminal has from 20 to 400 columns", arguments: [(-5, 20.0), (80, 80), (9999, 400)])
  func columns(columns: Int, width: Double) {
    #expect(Canvas.terminal(columns: columns).width == width)
  }

  @Test("text on a page takes at least what the widest of the usual fonts takes")
  func pageWidths() {
    // Advance widths of DejaVu Sans in thousandths of its size.
    let widths = [
      ("i", 278.0), ("m", 974), ("w", 818), ("W", 989), ("0", 636), ("a", 613), ("A", 684),
      ("−", 838), ("α", 659), ("ŷ", 592), (" ", 318), (".", 318), ("@", 1000), ("G", 775),
    ]
    for (text, advance) in widths {
      #expect(Canvas.page.width(text) >= advance / 1000 * 12, "\(text)")
    }
  }
}
