/// How the values of an axis are spread along it.
///
/// Names become a scale of categories by themselves.
public enum ScaleType: Sendable, Hashable, CaseIterable {
  /// Equal differences take equal lengths.
  case linear
  /// Equal ratios take equal lengths; for values above 0.
  case log
  /// Equal ratios of `1 - v` take equal lengths, so that 0.9, 0.99 and 0.999 are equally far apart.
  ///
  /// For values below 1, such as the weight of an exponentially weighted average. (Lecture 2.)
  case oneMinusLog
}

/// Whether a part of a chart is drawn.
public enum Visibility: Sendable, Hashable, CaseIterable {
  /// Where it says something.
  case automatic
  /// Not at all.
  case hidden
}

/// What one unit of `x` and one unit of `y` measure on the page.
public enum ChartAspect: Sendable, Hashable, CaseIterable {
  /// Each axis fills its side.
  case free
  /// Both measure the same, so that a circle is round.
  case equal
}

/// What an author says of one axis.
struct AxisOptions: Hashable, Sendable {
  var label = ""
  var scale = ScaleType.linear
  /// The values at its two ends, in the order of drawing; nil where the marks decide.
  var domain: Domain?
  /// The values to mark; nil where the scale decides.
  var values: [Double]?
  var visibility = Visibility.automatic
}

/// The values at the two ends of an axis, as the author wrote them.
struct Domain: Hashable, Sendable {
  var start: Double
  var end: Double
}
