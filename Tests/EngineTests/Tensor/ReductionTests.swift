import Engine
import Testing

@Suite("Tensor: reductions")
struct ReductionTests {
  let x: Tensor = [[1, 2, 3], [4, 5, 6]]

  @Test("over all elements, along an axis, and along one that stays")
  func axes() throws {
    #expect(x.sum() == 21)
    #expect(try x.sum(axis: 0) == [5, 7, 9])
    #expect(try x.sum(keepingAxis: 1) == [[6], [15]])
    #expect(x.mean() == 3.5)
    #expect(try x.mean(axis: -1) == [2, 5])
    #expect(x.product() == 720)
    #expect(try x.max(axis: 0) == [4, 5, 6])
    #expect(try x.min(keepingAxis: 1) == [[1], [4]])
    #expect(try x.reduced(by: .sum, axes: [0, 1]) == Tensor(21))
    #expect(try x.reduced(by: .sum, keepingAxes: [1, 0]) == [[21]])
    #expect(try x.reduced(by: .l1Norm, axes: []) == x)
    #expect(throws: EngineError.axisOutOfRange(operation: "mean", axis: 2, shape: [2, 3])) {
      try x.mean(axis: 2)
    }
    #expect(throws: EngineError.repeatedAxis(operation: "sum", axis: -1)) {
      try x.reduced(by: .sum, axes: [1, -1])
    }
  }

  @Test("what is reduced along an axis equals what is reduced line by line")
  func lines() throws {
    let deep = try (Tensor.range(from: 0, to: 60) * 0.37 - 9).reshaped([3, 4, 5])
    for reduction in [Reduction.sum, .mean, .min, .max, .variance(.sample), .logSumExp, .l2Norm] {
      let reduced = try deep.reduced(by: reduction, axes: [1])
      for i in 0..<3 {
        for j in 0..<5 {
          let line = try deep.slice(axis: 0, at: i).column(j)
          #expect(try reduced[i, j] == line.reduced(by: reduction))
        }
      }
    }
  }

  @Test("variance is exact where E[x²] - E[x]² gives -3")
  func variance() throws {
    let z: Tensor = [1, 2, 3, 4]
    #expect(z.variance() == 1.25)
    #expect(z.variance(.sample) == 5.0 / 3)
    #expect(z.standardDeviation() == 1.118033988749895)
    let far = z + 1e9
    #expect(far.variance() == 1.25)
    #expect(try x.variance(axis: 1) == Tensor([2.0 / 3, 2.0 / 3]))
    #expect(try x.variance(keepingAxis: 1, .sample) == [[1], [1]])
    #expect(Tensor([Double](repeating: 0.1, count: 1000)).variance() == 0)
    #expect(Tensor([7]).variance() == 0)
    #expect(Tensor([7]).variance(.sample).isNaN)
  }

  @Test("nothing reduces to the neutral element")
  func empty() throws {
    let nothing: Tensor = []
    #expect(nothing.sum() == 0)
    #expect(nothing.product() == 1)
    #expect(nothing.max() == -.infinity)
    #expect(nothing.min() == .infinity)
    #expect(nothing.mean().isNaN)
    #expect(nothing.logSumExp() == -.infinity)
    #expect(try Tensor.zeros([2, 0]).sum(axis: 1) == [0, 0])
    #expect(throws: EngineError.emptyTensor(operation: "argMax", shape: [0])) {
      try nothing.argMax()
    }
  }

  @Test("NaN and infinity show in the result")
  func notFinite() {
    let bad = Tensor([1, .nan, 3])
    #expect(bad.max().isNaN)
    #expect(bad.min().isNaN)
    #expect(bad.sum().isNaN)
    #expect(Tensor([1, .infinity]).variance().isNaN)
    #expect(Tensor([.infinity, 1]).logSumExp() == .infinity)
    #expect(Tensor([-.infinity, -.infinity]).logSumExp() == -.infinity)
  }

  @Test("large and small numbers neither overflow nor vanish")
  func extremes() {
    // The squares and the root are each rounded once: an ulp.
    #expect(abs(Tensor([3e200, 4e200]).norm() - 5e200) <= 5e200.ulp)
    #expect(abs(Tensor([3e-200, 4e-200]).norm() - 5e-200) <= 5e-200.ulp)
    #expect(Tensor([1000, 1000]).logSumExp() == 1000.6931471805599)
    #expect(Tensor([Double](repeating: 0.1, count: 1_000_000)).sum().rounded() == 100_000)
  }

  @Test("the first of equal elements counts, or the last on request")
  func arguments() throws {
    let ties: Tensor = [[2, 2], [3, 10]]
    #expect(try ties.argMax(axis: 1) == [0, 1])
    #expect(try ties.argMax(axis: 1, ties: .last) == [1, 1])
    #expect(try ties.argMin(axis: 0) == [0, 0])
    #expect(try ties.argMax() == 3)
    #expect(try Tensor([3, .nan, 9]).argMax() == 1)
    #expect(try hardmax([5, 2, -1, 3]) == [1, 0, 0, 0])
    #expect(try hardmax([[1, 5], [1, 7]]) == [[1, 0], [0, 1]])
  }

  @Test("one-hot columns mark their class")
  func oneHotColumns() throws {
    #expect(try oneHot([2, 0], classCount: 3) == [[0, 1], [0, 0], [1, 0]])
    #expect(try oneHot([2, 0], classCount: 3).argMax(axis: 0) == [2, 0])
    #expect(throws: EngineError.labelOutOfRange(label: 3, example: 1, classCount: 3)) {
      try oneHot([0, 3], classCount: 3)
    }
  }
}
