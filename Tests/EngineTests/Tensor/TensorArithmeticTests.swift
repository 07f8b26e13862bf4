import Engine
import Testing

@Suite("Tensor: arithmetic, broadcasting and functions")
struct TensorArithmeticTests {
  let x: Tensor = [[1, 2, 3], [4, 5, 6]]

  @Test("shapes broadcast from the last axis on")
  func broadcasting() throws {
    #expect(try x + [[10], [20]] == [[11, 12, 13], [24, 25, 26]])
    #expect(try x * [1, 0, -1] == [[1, 0, -3], [4, 0, -6]])
    #expect(try [[1], [2]] - [10, 20] == ([[-9, -19], [-8, -18]] as Tensor))
    #expect(try x / Tensor(2) == [[0.5, 1, 1.5], [2, 2.5, 3]])
    #expect(try Tensor.zeros([2, 0]) + [[1], [2]] == Tensor.zeros([2, 0]))
    #expect(throws: EngineError.shapeMismatch(operation: "+", left: [2, 3], right: [2])) {
      try x + [1, 2]
    }
    #expect(try Tensor([1, 2]).broadcast(to: [2, 2]) == [[1, 2], [1, 2]])
    #expect(throws: EngineError.self) { try x.broadcast(to: [3]) }
  }

  @Test("numbers combine with each element, on both sides")
  func scalars() throws {
    #expect(2 * x - 1 == [[1, 3, 5], [7, 9, 11]])
    #expect(1 / Tensor([2, 4]) == [0.5, 0.25])
    #expect(-x == 0 - x)
    var y = x
    y += 1
    try y -= x
    y *= 3
    try y /= [[3], [1]]
    #expect(y == [[1, 1, 1], [3, 3, 3]])
  }

  @Test("comparisons give ones and zeros, and NaN is unlike everything")
  func comparisons() throws {
    #expect((x .> 3) == [[0, 0, 0], [1, 1, 1]])
    #expect(try (x .<= [1, 5, 3]) == [[1, 1, 1], [0, 1, 0]])
    #expect((Tensor([.nan]) .== .nan) == [0])
    #expect(Tensor([1, 2]).isClose(to: [1.000_000_000_01, 2]))
    #expect(!Tensor([1, 2]).isClose(to: [1.000_001, 2]))
    #expect(Tensor([.infinity, .nan]).isClose(to: Tensor([.infinity, .nan])))
    #expect(!Tensor([.infinity]).isClose(to: Tensor([-.infinity])))
  }

  @Test("functions agree with hand-worked values and their edge cases")
  func functions() throws {
    #expect(exp([0, 1]).isClose(to: [1, 2.718281828459045]))
    #expect(log([1, 10]).isClose(to: [0, 2.302585092994046]))
    #expect(log([0]).elements == [-.infinity])
    #expect(log([-1]).elements[0].isNaN)
    #expect(sqrt([4, 2]).isClose(to: [2, 1.4142135623730951]))
    #expect(abs([-3, 0, 3]) == [3, 0, 3])
    #expect(pow([2, -3], 2) == [4, 9])
    #expect(pow([2, -2], 3) == [8, -8])
    #expect(try pow([2, 3], [3, 2]) == [8, 9])
    #expect(relu([-1, 0, 2]) == [0, 0, 2])
    #expect(relu(Tensor([.nan])).elements[0].isNaN)
    #expect(tanh([0, 1]).isClose(to: [0, 0.7615941559557649]))
    #expect(sigmoid([-800, 0, 5, 800]).isClose(to: [0, 0.5, 0.9933071490757153, 1]))
    // 1 - sigmoid loses all digits here; the function itself must not.
    #expect(sigmoid(-40.0) == 4.248354255291589e-18)
  }

  @Test("the matrix product of every rank")
  func product() throws {
    let a: Tensor = [[1, 2], [3, 4]]
    let b: Tensor = [[5, 6, 7], [8, 9, 10]]
    #expect(try matmul(a, b) == [[21, 24, 27], [47, 54, 61]])
    #expect(try matmul(a, [1, -1]) == [-1, -1])
    #expect(try matmul([1, -1], a) == [-2, -2])
    #expect(try matmul([1, 2, 3], [4, 5, 6]) == Tensor(32))
    let stack: Tensor = [[[1, 0], [0, 1]], [[0, 1], [1, 0]]]
    #expect(try matmul(stack, a) == [[[1, 2], [3, 4]], [[3, 4], [1, 2]]])
    #expect(try matmul(Tensor.zeros([2, 0]), Tensor.zeros([0, 3])) == Tensor.zeros([2, 3]))
    #expect(throws: EngineError.innerDimensionsDiffer(left: [2, 3], right: [2, 2])) {
      try matmul(b, a)
    }
    #expect(throws: EngineError.self) { try matmul(Tensor(1), a) }
  }

  @Test("(AB)ᵀ = BᵀAᵀ, whatever the shapes", arguments: [(3, 4, 5), (1, 7, 1), (17, 2, 9)])
  func transposedProduct(_ n: Int, _ k: Int, _ m: Int) throws {
    let a = try Tensor.range(from: 0, to: Double(n * k)).reshaped([n, k]) - 3.5
    let b = try Tensor.range(from: 0, to: Double(k * m)).reshaped([k, m]) * 0.25
    #expect(
      try matmul(a, b).transposed().isClose(to: matmul(b.transposed(), a.transposed()))
    )
  }
}
