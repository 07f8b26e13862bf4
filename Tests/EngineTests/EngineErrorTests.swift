import Engine
import Testing

@Suite("Engine errors")
struct EngineErrorTests {
  @Test("name the values and the remedy")
  func sentences() {
    let cases: [(EngineError, String)] = [
      (
        .innerDimensionsDiffer(left: [4, 3], right: [4, 2]),
        "'matmul' needs inner dimensions to agree, but got [4, 3] and [4, 2]; "
          + "use 'left.transposed()'"
      ),
      (
        .axisOutOfRange(operation: "sum", axis: 2, shape: [4, 3]),
        "'sum' got axis 2, but the shape [4, 3] has 2 axes; use 0 to 1, or -1 for the last"
      ),
      (
        .indexOutOfRange(index: 4, axis: 0, shape: [4]),
        "index 4 is outside axis 0 of the shape [4]; use 0 to 3"
      ),
      (
        .probabilitiesDoNotSumToOne(argument: "probabilities", sum: 10, example: 0),
        "'probabilities' of example 0 sum to 10.0, not to 1; "
          + "pass raw scores as 'logits:', or apply 'softmax' first"
      ),
    ]
    for (error, text) in cases { #expect(error.description == text) }
  }
}
