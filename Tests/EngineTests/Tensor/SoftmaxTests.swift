import Engine
import Testing

@Suite("Softmax")
struct SoftmaxTests {
  @Test("the worked example of lecture 8")
  func lecture() throws {
    let a = try softmax([5, 2, -1, 3])
    // Python's decimal module, 40 digits: [D(x).exp() / sum(...) for x in z].
    let expected: Tensor = [
      0.8420335723974579, 0.04192238303698895, 0.0020871925504063484, 0.11395685201514678,
    ]
    #expect(a.isClose(to: expected, relative: 1e-15))
    #expect(exp([5, 2, -1, 3]).sum().rounded() == 176)
  }

  @Test("is invariant under a constant shift", arguments: [-1e6, -1000, -1, 0.5, 1000, 1e6])
  func shift(_ constant: Double) throws {
    let z: Tensor = [[0.5, -2], [3, 8], [1.25, 7]]
    #expect(try softmax(z + constant).isClose(to: softmax(z), relative: 1e-9))
  }

  @Test("sums to one along its axis", arguments: [0, 1, 2, -1])
  func sums(_ axis: Int) throws {
    let z = try Tensor.range(from: 0, to: 24).reshaped([2, 3, 4])
    let sums = try softmax(z, axis: axis).sum(axis: axis)
    #expect(try sums.isClose(to: Tensor.ones(sums.shape)))
  }

  @Test("stands ±1000, and infinities where they mean something")
  func extremes() throws {
    #expect(try softmax([1000, 0, -1000]) == [1, 0, 0])
    #expect(try softmax([-1000, -1000]) == [0.5, 0.5])
    #expect(try softmax(Tensor([-.infinity, 0])) == [0, 1])
    #expect(try softmax(Tensor([.infinity, 0])).elements.allSatisfy(\.isNaN))
    #expect(try softmax(Tensor([.nan, 0])).elements.allSatisfy(\.isNaN))
    #expect(try softmax([3]) == [1])
    #expect(try softmax(Tensor.zeros([0, 4])).shape == [0, 4])
    #expect(throws: EngineError.axisOutOfRange(operation: "softmax", axis: 1, shape: [2])) {
      try softmax([1, 2], axis: 1)
    }
  }

  @Test("of two classes is the logistic function of their difference")
  func twoClasses() throws {
    for d in [-30, -1.5, 0, 0.1, 4, 30] {
      let a = try softmax(Tensor([d, 0]))
      #expect(try abs(a[0] - sigmoid(d)) <= 1e-16)
    }
  }

  @Test("the logarithm stays finite where the probability vanishes")
  func logarithm() throws {
    #expect(try logSoftmax([1000, 0]) == [0, -1000])
    let z: Tensor = [[0.5, -2], [3, 8]]
    #expect(try exp(logSoftmax(z)).isClose(to: softmax(z)))
  }
}
