internal import Diagnostics
internal import LessonModel

/// The checks of numbers in prose and formulas, each at the node of the tree behind which its mark stands.
struct MathMarks {
  /// All checks, in the order of the file.
  private(set) var checks: [CheckText] = []
  /// The checks to be marked behind a node, by the node's index.
  private var byNode: [Int: [CheckText]] = [:]

  /// Finds the places of the marks: behind the formula that holds what was checked, and in prose where
  /// the comment stands that claims the number.
  init(_ report: Report, in lesson: Lesson) {
    guard !report.checks.isEmpty else { return }
    let places = Self.places(in: lesson)
    for group in report.checks.chunked() {
      guard let check = CheckText(group, in: lesson), let first = group.first else { continue }
      checks.append(check)
      if let node = Self.node(of: first.result.span, among: places) {
        byNode[node, default: []].append(check)
      }
    }
  }

  /// The mark behind a node, as HTML; empty where nothing was checked.
  func mark(behind node: Int) -> String { CheckText.mark(of: byNode[node] ?? []) }

  /// The formulas and comments of a lesson, in the order of the file.
  private static func places(in lesson: Lesson) -> [(node: Int, span: SourceSpan)] {
    lesson.document.nodes.enumerated().compactMap { index, node in
      switch node.kind {
      case .math(let math): (index, math.span)
      case .htmlInline, .htmlBlock: node.span.map { (index, $0) }
      default: nil
      }
    }.sorted { $0.span.start < $1.span.start }
  }

  /// The first place that ends behind a number is the formula around it, or the comment behind it.
  private static func node(
    of span: SourceSpan,
    among places: [(node: Int, span: SourceSpan)]
  ) -> Int? {
    var low = 0
    var high = places.count
    while low < high {
      let middle = (low + high) / 2
      if places[middle].span.end >= span.end { high = middle } else { low = middle + 1 }
    }
    return low < places.count ? places[low].node : nil
  }
}

extension [MathCheck] {
  /// The checks with those of one claim together.
  fileprivate func chunked() -> [ArraySlice<MathCheck>] {
    var groups: [ArraySlice<MathCheck>] = []
    var start = 0
    for index in indices.dropFirst() {
      let isSameClaim =
        self[index].expression != nil && self[index].expression == self[start].expression
      if !isSameClaim {
        groups.append(self[start..<index])
        start = index
      }
    }
    if start < count { groups.append(self[start...]) }
    return groups
  }
}
