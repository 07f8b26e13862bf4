import Engine
import Script

/// Returns what Swift's own types draw with a generator, by the standard library's algorithms.
func standardDraws() -> [HostFunction] {
  [
    HostFunction(
      changingLast: "static func random(using generator: inout SeededGenerator) -> Bool",
      of: "Bool"
    ) { (generator: inout SeededGenerator) in Bool.random(using: &generator) },
    drawing(from: ClosedRange<Int>.self) { Int.random(in: $0, using: &$1) },
    drawing(from: Range<Int>.self) { range, generator in
      guard !range.isEmpty else { throw emptyRange(range) }
      return Int.random(in: range, using: &generator)
    },
    drawing(from: ClosedRange<Double>.self) { range, generator in
      guard (range.upperBound - range.lowerBound).isFinite else { throw endlessRange(range) }
      return Double.random(in: range, using: &generator)
    },
    drawing(from: Range<Double>.self) { range, generator in
      guard !range.isEmpty else { throw emptyRange(range) }
      guard (range.upperBound - range.lowerBound).isFinite else { throw endlessRange(range) }
      return Double.random(in: range, using: &generator)
    },
  ]
}

private func drawing<Bounds: RangeExpression & HostValue>(
  from bounds: Bounds.Type,
  _ draw: @escaping @Sendable (Bounds, inout SeededGenerator) throws -> Bounds.Bound
) -> HostFunction where Bounds.Bound: HostValue {
  let type = Bounds.Bound.scriptType
  return HostFunction(
    changingLast:
      "static func random(in range: \(Bounds.scriptType), using generator: inout SeededGenerator) -> \(type)",
    of: type
  ) { (generator: inout SeededGenerator, range: Bounds) in try draw(range, &generator) }
}

private func emptyRange<Bound>(_ range: Range<Bound>) -> HostError {
  HostError(
    "empty-range",
    "there is nothing in '\(range)'",
    help: "draw from a range that is not empty"
  )
}

private func endlessRange(_ range: some Sendable) -> HostError {
  HostError(
    "endless-range",
    "the numbers of '\(range)' cannot be drawn evenly",
    help: "draw from a range with finite bounds"
  )
}
