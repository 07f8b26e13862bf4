extension Chart {
  /// Returns the chart with a name under its horizontal axis.
  ///
  /// - Parameter label: The name, with its unit.
  /// - Returns: The chart.
  public func chartXAxisLabel(_ label: String) -> Chart { changed { $0.x.label = label } }

  /// Returns the chart with a name above its vertical axis.
  ///
  /// - Parameter label: The name, with its unit.
  /// - Returns: The chart.
  public func chartYAxisLabel(_ label: String) -> Chart { changed { $0.y.label = label } }

  /// Returns the chart with another horizontal scale, over the values of its marks.
  ///
  /// - Parameter type: How values are spread.
  /// - Returns: The chart.
  public func chartXScale(type: ScaleType) -> Chart { changed { $0.x.scale = type } }

  /// Returns the chart with another vertical scale, over the values of its marks.
  ///
  /// - Parameter type: How values are spread.
  /// - Returns: The chart.
  public func chartYScale(type: ScaleType) -> Chart { changed { $0.y.scale = type } }

  /// Returns the chart with the values at the ends of its horizontal axis.
  ///
  /// - Parameters:
  ///   - domain: The values; marks outside are cut off.
  ///   - type: How values are spread.
  /// - Returns: The chart.
  public func chartXScale(domain: ClosedRange<Double>, type: ScaleType = .linear) -> Chart {
    chartXScale(from: domain.lowerBound, to: domain.upperBound, type: type)
  }

  /// Returns the chart with the values at the ends of its vertical axis.
  ///
  /// - Parameters:
  ///   - domain: The values; marks outside are cut off.
  ///   - type: How values are spread.
  /// - Returns: The chart.
  public func chartYScale(domain: ClosedRange<Double>, type: ScaleType = .linear) -> Chart {
    chartYScale(from: domain.lowerBound, to: domain.upperBound, type: type)
  }

  /// Returns the chart with the values at the left and the right end of its horizontal axis.
  ///
  /// - Parameters:
  ///   - start: The value at the left; greater than `end` for an axis that runs backwards.
  ///   - end: The value at the right; where it equals `start`, the axis is widened around it.
  ///   - type: How values are spread.
  /// - Returns: The chart.
  public func chartXScale(
    from start: Double,
    to end: Double,
    type: ScaleType = .linear
  ) -> Chart {
    changed {
      $0.x.domain = Domain(start: start, end: end)
      $0.x.scale = type
    }
  }

  /// Returns the chart with the values at the lower and the upper end of its vertical axis.
  ///
  /// - Parameters:
  ///   - start: The value at the bottom; greater than `end` for an axis that runs backwards.
  ///   - end: The value at the top; where it equals `start`, the axis is widened around it.
  ///   - type: How values are spread.
  /// - Returns: The chart.
  public func chartYScale(
    from start: Double,
    to end: Double,
    type: ScaleType = .linear
  ) -> Chart {
    changed {
      $0.y.domain = Domain(start: start, end: end)
      $0.y.scale = type
    }
  }

  /// Returns the chart with its horizontal axis shown or not.
  ///
  /// - Parameter visibility: Whether it is shown.
  /// - Returns: The chart.
  public func chartXAxis(_ visibility: Visibility) -> Chart {
    changed { $0.x.visibility = visibility }
  }

  /// Returns the chart with its vertical axis shown or not.
  ///
  /// - Parameter visibility: Whether it is shown.
  /// - Returns: The chart.
  public func chartYAxis(_ visibility: Visibility) -> Chart {
    changed { $0.y.visibility = visibility }
  }

  /// Returns the chart with ticks at given values of its horizontal axis.
  ///
  /// - Parameter values: The values; those outside the axis are left out.
  /// - Returns: The chart.
  public func chartXAxis(values: [Double]) -> Chart { changed { $0.x.values = values } }

  /// Returns the chart with ticks at given values of its vertical axis.
  ///
  /// - Parameter values: The values; those outside the axis are left out.
  /// - Returns: The chart.
  public func chartYAxis(values: [Double]) -> Chart { changed { $0.y.values = values } }

  /// Returns the chart with the names of its series shown or not.
  ///
  /// - Parameter visibility: Whether they are shown.
  /// - Returns: The chart.
  public func chartLegend(_ visibility: Visibility) -> Chart { changed { $0.legend = visibility } }

  /// Returns the chart with the same measure on both axes, or not.
  ///
  /// - Parameter aspect: What a unit of each axis measures.
  /// - Returns: The chart.
  public func chartAspect(_ aspect: ChartAspect) -> Chart { changed { $0.aspect = aspect } }

  /// Returns the chart in another size.
  ///
  /// - Parameters:
  ///   - width: The width in pixels, from 80 to 4,000.
  ///   - height: The height in pixels, from 80 to 4,000.
  /// - Returns: The chart.
  public func frame(width: Double, height: Double) -> Chart {
    changed { $0.size = FigureSize(width: width, height: height) }
  }

  /// Returns the chart with a description for those who cannot see it.
  ///
  /// - Parameter description: What the chart shows; without it, its marks and axes are listed.
  /// - Returns: The chart.
  public func accessibilityLabel(_ description: String) -> Chart {
    changed { $0.summary = description }
  }

  private func changed(_ change: (inout Chart) -> Void) -> Chart {
    var result = self
    change(&result)
    return result
  }
}
