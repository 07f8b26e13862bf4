import Engine
import Testing

@Suite("Tensor: printed forms")
struct TensorDescriptionTests {
  struct Row: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let tensor: Tensor
    let text: String

    init(_ name: String, _ tensor: Tensor, _ text: String) {
      (testDescription, self.tensor, self.text) = (name, tensor, text)
    }
  }

  @Test(
    "the readable form has common decimals and aligned columns",
    arguments: [
      Row("whole numbers", [5, 2, -1, 3], "[5, 2, -1, 3]"),
      Row("exact fractions are trimmed", [0.5, 0.25, 1], "[0.50, 0.25, 1.00]"),
      Row("lecture 8", exp([5, 2, -1, 3]), "[148.4132, 7.3891, 0.3679, 20.0855]"),
      Row("a scalar", Tensor(0.1), "0.1"),
      Row("a long scalar", Tensor(2.0 / 3), "0.6667"),
      Row("an empty vector", [], "[]"),
      Row("a matrix", [[1, -20], [300, 4]], "[[  1, -20],\n [300,   4]]"),
      Row("a column", [[1], [2]], "[[1],\n [2]]"),
      Row("three axes", [[[1, 2]], [[3, 4]]], "[[[1, 2]],\n\n [[3, 4]]]"),
      Row("noise keeps its power", [1, 1e-17, 0.5], "[1.0, 1e-17, 0.5]"),
      Row("large numbers", [123_456_789_012, 1], "[1.235e11, 1]"),
      Row("not finite", Tensor([.nan, .infinity, -.infinity, 1]), "[nan, inf, -inf, 1]"),
      Row("all zero", [0, 0], "[0, 0]"),
      Row(
        "a long axis is elided",
        Tensor((0..<30).map { Double($0) }),
        "[0, 1, 2, 3, 4, …, 25, 26, 27, 28, 29]"
      ),
    ]
  )
  func readable(_ row: Row) {
    #expect(row.tensor.description == row.text)
  }

  @Test("digits are significant digits of the smallest element")
  func digits() throws {
    let a = try softmax([5, 2, -1, 3])
    #expect(a.description == "[0.842034, 0.041922, 0.002087, 0.113957]")
    #expect(a.description(digits: 2) == "[0.8420, 0.0419, 0.0021, 0.1140]")
    #expect(a.description(digits: -3) == a.description(digits: 1))
  }

  @Test("rows that are elided do not widen columns")
  func elidedRows() throws {
    var x = try Tensor.zeros([30, 2])
    try x.setElement(123_456, at: [15, 0])
    #expect(x.description.hasPrefix("[[0, 0],\n [0, 0],"))
    #expect(x.description.contains("\n …,\n"))
    #expect(x.description.split(separator: "\n").count == 11)
  }

  @Test("the exact form holds every element in the shortest form that reads back")
  func exact() throws {
    #expect(try softmax([5, 2, -1, 3]).exactDescription.hasPrefix("[0.842033572397458"))
    let x: Tensor = [[0.1, 2], [3, 1e-300]]
    #expect(x.exactDescription == "[[0.1, 2.0], [3.0, 1e-300]]")
    #expect(Tensor(0.1).exactDescription == "0.1")
    #expect(try Tensor.zeros([2, 0]).exactDescription == "[[], []]")
    let long = Tensor((0..<100).map { Double($0) / 3 })
    let numbers = long.exactDescription.split(whereSeparator: { "[ ],".contains($0) })
    #expect(numbers.compactMap { Double($0) } == long.elements)
  }
}
