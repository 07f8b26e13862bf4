import Engine
import Foundation

private let count = 1_000_000

/// A million numbers at a time, checked for range, count and flatness as the peers' are.
func samplingCases() -> [Case] {
  var (reals, integers) = (SeededGenerator(seed: 1), SeededGenerator(seed: 1))
  let drawReals = {
    try Tensor.random([count], from: 1e-4, to: 1, scale: .logarithmic, using: &reals)
  }
  let drawIntegers = { try integers.nextIntegers(count, from: 50, to: 100) }
  return [
    Case(
      name: "sample_loguniform_1e6",
      run: { _ = try drawReals() },
      check: {
        let values = try drawReals().elements
        try require(values.allSatisfy { $0 >= 1e-4 && $0 <= 1 }, "a sample is out of range")
        try requireFlat(values.map { Int((log10($0) + 4) * 10) }, bins: 40)
        return [:]
      }
    ),
    Case(
      name: "sample_int_1e6",
      run: { _ = try drawIntegers() },
      check: {
        let values = try drawIntegers()
        try require(values.min() == 50 && values.max() == 100, "a sample is out of range")
        try requireFlat(values.map { $0 - 50 }, bins: 51)
        return [:]
      }
    ),
  ]
}

/// - Throws: `WrongResult` unless each bin holds its share of all samples, within a twentieth of it.
private func requireFlat(_ bins: [Int], bins binCount: Int) throws {
  try require(bins.count == count, "\(bins.count) samples")
  var counts = [Double](repeating: 0, count: binCount)
  for bin in bins { counts[min(max(bin, 0), binCount - 1)] += 1 }
  let share = Double(count) / Double(binCount)
  try require(counts.allSatisfy { abs($0 / share - 1) < 0.05 }, "the samples are not uniform")
}
