import Foundation
import Testing

@testable import Charts

@Suite("Palette")
struct PaletteTests {
  /// The relative luminance of a color (WCAG 2.2).
  private func luminance(_ color: Palette.RGB) -> Double {
    func linear(_ part: UInt8) -> Double {
      let share = Double(part) / 255
      return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * linear(color.red) + 0.7152 * linear(color.green) + 0.0722 * linear(color.blue)
  }

  private func contrast(_ first: Palette.RGB, _ second: Palette.RGB) -> Double {
    let levels = [luminance(first), luminance(second)].sorted()
    return (levels[1] + 0.05) / (levels[0] + 0.05)
  }

  @Test(
    "lines stand out from the ground by 3 to 1 in light and in dark",
    arguments: ChartColor.allCases
  )
  func lines(color: ChartColor) throws {
    let paper = try #require(Palette.entry(.paper))
    let entry = try #require(Palette.entry(.palette(color)))
    #expect(contrast(entry.light, paper.light) >= 3)
    #expect(contrast(entry.dark, paper.dark) >= 3)
  }

  @Test("text stands out from the ground by 4.5 to 1", arguments: [Paint.ink, .axis])
  func text(paint: Paint) throws {
    let paper = try #require(Palette.entry(.paper))
    let entry = try #require(Palette.entry(paint))
    #expect(contrast(entry.light, paper.light) >= 4.5)
    #expect(contrast(entry.dark, paper.dark) >= 4.5)
  }

  @Test("the first four series can be told apart by their lightness or hue without red or green")
  func colorBlind() throws {
    // Deuteranopia by the matrix of Machado, Oliveira and Fernandes (2009), severity 1.
    func seen(_ color: Palette.RGB) -> [Double] {
      let (r, g, b) = (Double(color.red), Double(color.green), Double(color.blue))
      return [
        0.367322 * r + 0.860646 * g - 0.227968 * b, 0.280085 * r + 0.672501 * g + 0.047413 * b,
        -0.011820 * r + 0.042940 * g + 0.968881 * b,
      ]
    }
    let entries = try ChartColor.series.prefix(4).map { try #require(Palette.entry(.palette($0))) }
    for (index, first) in entries.enumerated() {
      for second in entries.dropFirst(index + 1) {
        for (one, other) in [(first.light, second.light), (first.dark, second.dark)] {
          let distance = zip(seen(one), seen(other)).map { ($0 - $1) * ($0 - $1) }.reduce(0, +)
          #expect(distance.squareRoot() > 60, "\(first.name) and \(second.name)")
        }
      }
    }
  }

  @Test("shades grow lighter from the least to the greatest")
  func shades() {
    let levels = (0...64).map { luminance(Palette.shade(Double($0) / 64)) }
    #expect(zip(levels, levels.dropFirst()).allSatisfy { $0 < $1 })
    #expect(Palette.shade(0).hex == "#00204d" && Palette.shade(1).hex == "#ffea46")
    #expect(Palette.shade(-3) == Palette.shade(0) && Palette.shade(7) == Palette.shade(1))
  }
}
