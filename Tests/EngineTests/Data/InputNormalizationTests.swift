import Testing

@testable import Engine

@Suite("Input normalisation")
struct InputNormalizationTests {
  @Test("features get mean 0 and variance 1, and one that does not vary becomes 0")
  func normalizes() throws {
    let examples: Tensor = [[1, 2, 3, 4], [7, 7, 7, 7]]
    let normalization = try InputNormalization(of: examples)
    #expect(normalization.mean == [[2.5], [7]])
    #expect(normalization.deviation.isClose(to: [[1.118033988749895], [0]]))
    let normalized = try normalization.normalized(examples)
    let expected: Tensor = [
      [-1.3416407864998738, -0.4472135954999579, 0.4472135954999579, 1.3416407864998738],
      [0, 0, 0, 0],
    ]
    #expect(normalized.isClose(to: expected))
    #expect(try normalization.restored(normalized).isClose(to: examples))
  }

  @Test("test examples are normalised with the training set's statistics")
  func testSet() throws {
    let normalization = try InputNormalization(of: [[0, 2]])
    #expect(try normalization.normalized([[3]]) == [[2]])
  }

  @Test("no examples and other features are refused")
  func badInput() throws {
    #expect(throws: EngineError.emptyTensor(operation: "InputNormalization", shape: [2, 0])) {
      try InputNormalization(of: Tensor.zeros([2, 0]))
    }
    let normalization = try InputNormalization(of: [[0, 2]])
    #expect(throws: EngineError.layersDoNotFit(layer: 0, expected: 1, found: 2)) {
      try normalization.normalized([[1], [2]])
    }
  }
}
