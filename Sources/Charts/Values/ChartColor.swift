/// A color of the palette, which holds for readers of all color vision, in light and in dark.
///
/// The hues are those of Okabe and Ito ("Color Universal Design", 2008), set apart further from the
/// ground they stand on, so that each has a contrast of at least 3 to 1 in both modes.
public enum ChartColor: Int, Sendable, Hashable, CaseIterable {
  /// Blue, the first series.
  case blue
  /// Vermilion, the second series.
  case vermilion
  /// Bluish green, the third series.
  case green
  /// Reddish purple, the fourth series.
  case purple
  /// Orange, the fifth series.
  case orange
  /// Sky blue, the sixth series.
  case sky
  /// Yellow, the seventh series.
  case yellow
  /// Black or white, the color of the text, the eighth series.
  case ink
  /// Gray, for what stands in the background.
  case gray

  /// The colors that series take in turn.
  static let series: [ChartColor] = [
    .blue, .vermilion, .green, .purple, .orange, .sky, .yellow, .ink,
  ]
}
