public import Diagnostics
public import LessonModel

/// The sentences that say how closely a lesson is checked.
public struct CoverageRenderer: Sendable {
  private let file: SourceFile

  /// Creates a renderer for the numbers of a file.
  public init(file: SourceFile) {
    self.file = file
  }

  /// Returns how many numbers are checked, and one line for each that is not.
  public func text(_ coverage: NumberCoverage) -> String {
    let counts = NumberCoverage.Place.allCases.map { place in
      let entries = coverage.entries(in: place)
      return "\(name(of: place)) \(share(entries.count(where: \.isChecked), of: entries.count))"
    }
    let unchecked = coverage.entries.filter { !$0.isChecked }.map { entry in
      "\(location(entry.span)): unchecked in \(inside(entry.place)): \(text(entry.span))\n"
    }
    return "  numbers checked: " + counts.joined(separator: ", ") + "\n" + unchecked.joined()
  }

  /// Returns how many changed numbers were noticed, and one line for each that was not.
  public func mutationText(
    caught: Int,
    survivors: [(span: SourceSpan, written: String, changed: String)]
  ) -> String {
    let lines = survivors.map { survivor in
      "\(location(survivor.span)): unnoticed: '\(visibleText(survivor.changed))' "
        + "in the place of '\(visibleText(survivor.written))'\n"
    }
    let count = caught + survivors.count
    return "  changed numbers noticed: \(share(caught, of: count))\n" + lines.joined()
  }

  private func share(_ part: Int, of whole: Int) -> String {
    let percent = whole > 0 ? " (\(part * 100 / whole) %)" : ""
    return "\(part) of \(whole)\(percent)"
  }

  private func name(of place: NumberCoverage.Place) -> String {
    switch place {
    case .formula: "formulas"
    case .prose: "prose"
    case .table: "tables"
    }
  }

  private func inside(_ place: NumberCoverage.Place) -> String {
    switch place {
    case .formula: "a formula"
    case .prose: "prose"
    case .table: "a table"
    }
  }

  private func location(_ span: SourceSpan) -> String {
    let place = file.position(at: span.start)
    return "\(visibleText(file.name)):\(place.line):\(place.column)"
  }

  private func text(_ span: SourceSpan) -> String { visibleText(file.text(in: span)) }
}
