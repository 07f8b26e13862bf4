import Engine
import Script
import Testing

@testable import ScriptLibrary

/// A context that refuses what is larger than a budget, and calls nothing.
private struct TestContext: HostContext {
  var budget = 1 << 20

  func reserve(bytes: Int) throws {
    if bytes > budget { throw HostError("memory-limit", "\(bytes) bytes are too many") }
  }

  func call(_ closure: HostClosure, _ arguments: [Value]) throws -> Value { .void }
}

private let library = makeLessonLibrary()

private func call(_ signature: String, _ arguments: Value...) throws -> Value {
  let function = try #require(library.functions.first { $0.signature == signature })
  var arguments = arguments
  return try function.body(TestContext(), &arguments)
}

@Suite struct LessonLibraryTests {
  @Test("no signature is published twice for one owner")
  func signaturesAreUnique() {
    let keys = library.functions.map { "\($0.owner ?? "").\($0.signature)" }
    #expect(Set(keys).count == keys.count)
  }

  @Test("every function refuses arguments that do not fit", arguments: library.functions.indices)
  func unfittingArguments(index: Int) {
    let function = library.functions[index]
    let takesNothing = function.signature.hasPrefix("static var ")
    for unfitting: [Value] in takesNothing ? [[.void]] : [[], [.void]] {
      var arguments = unfitting
      #expect(throws: HostError.self) { try function.body(TestContext(), &arguments) }
    }
  }

  @Test("softmax of the worked example")
  func softmaxOfExample() throws {
    let result = try call(
      "func softmax(_ z: Tensor, axis: Int = 0) -> Tensor",
      Tensor([5, 2, -1, 3]).scriptValue,
      .int(0)
    )
    let tensor = try #require(Tensor(result))
    #expect(abs(tensor.elements[0] - 0.842_033_572_397_458) < 1e-15)
  }

  @Test("an engine error arrives with its id, sentence and help")
  func engineError() throws {
    let error = #expect(throws: HostError.self) {
      try call(
        "static func + (left: Tensor, right: Tensor) -> Tensor",
        Tensor([1, 2]).scriptValue,
        Tensor([1, 2, 3]).scriptValue
      )
    }
    #expect(error?.id == "shape-mismatch")
    #expect(error?.help != nil)
  }

  @Test("a shape of 10¹² elements is refused before it is allocated")
  func giganticShape() {
    let error = #expect(throws: HostError.self) {
      try call("static func zeros(_ shape: [Int]) -> Tensor", .ints([1_000_000, 1_000_000]))
    }
    #expect(error?.id == "memory-limit")
  }

  @Test("a broadcast and a matrix product reserve the size of their result")
  func largeResults() {
    let column = ones([1000, 1]).scriptValue
    let row = ones([1, 1000]).scriptValue
    for signature in [
      "static func + (left: Tensor, right: Tensor) -> Tensor",
      "func matmul(_ left: Tensor, _ right: Tensor) -> Tensor",
    ] {
      let error = #expect(throws: HostError.self) { try call(signature, column, row) }
      #expect(error?.id == "memory-limit")
    }
  }

  @Test(
    "every closure takes the types that its signature names",
    arguments: library.functions.indices.filter { index in
      // Charts are held to Swift's by `ChartLibraryTests`.
      library.functions[index].owner.map { $0 == "Tensor" } ?? true
    }
  )
  func fittingArguments(index: Int) throws {
    let function = library.functions[index]
    let signature = function.signature
    let matrix = Tensor([0.5, 0.5]).scriptValue
    var arguments: [Value] = []
    let isMember = function.owner != nil && !signature.hasPrefix("static")
    if isMember, !signature.hasPrefix("init") { arguments.append(matrix) }
    if let open = signature.firstIndex(of: "("), let close = signature.lastIndex(of: ")") {
      for parameter in signature[open..<close].split(separator: ",") {
        let words = parameter.split(separator: ":")
        guard words.count == 2, let type = words[1].split(separator: "=").first else { continue }
        switch type.filter({ $0 != " " }) {
        case "Tensor", "inoutTensor": arguments.append(matrix)
        case "Int": arguments.append(.int(0))
        case "Double": arguments.append(.double(1))
        case "[Int]": arguments.append(.ints([0]))
        case "[Double]": arguments.append(.doubles([]))
        case "[[Double]]": arguments.append(.array([.doubles([1, 2]), .doubles([3, 4])]))
        default: Issue.record("no argument for '\(parameter)'")
        }
      }
    }
    // The engine may refuse the values, but never the types.
    do {
      _ = try function.body(TestContext(), &arguments)
    } catch let error as HostError {
      #expect(!error.id.hasPrefix("argument-type") && !error.id.hasPrefix("argument-count"))
    }
  }

  private func ones(_ shape: [Int]) -> Tensor {
    (try? Tensor(repeating: 1, shape: shape)) ?? Tensor([])
  }
}
