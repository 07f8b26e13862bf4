import Engine
import Testing

@testable import Script
@testable import ScriptLibrary

/// A context that refuses what is larger than a budget, and whose closures return nothing.
private struct TestContext: HostContext {
  var budget = 1 << 20
  let seed = 0

  func reserve(bytes: Int) throws {
    if bytes > budget { throw HostError("memory-limit", "\(bytes) bytes are too many") }
  }

  func keep(bytes: Int) throws { try reserve(bytes: bytes) }
  func charge(steps: Int) throws {
    if steps > budget { throw HostError("step-limit", "\(steps) steps are too many") }
  }
  func call(_ closure: HostClosure, _ arguments: inout [Value]) throws -> Value { .void }
}

private let library = makeLessonLibrary()
private let chartTypes = Set(publishCharts().types.map(\.name))

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
    for unfitting in [[Value.void], Array(repeating: Value.void, count: 12)] {
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
    "every function takes the types that its signature names",
    arguments: library.functions.indices.filter { index in
      // Charts are held to Swift's by `ChartLibraryTests`.
      !chartTypes.contains(library.functions[index].owner ?? "")
    }
  )
  func fittingArguments(index: Int) throws {
    let function = library.functions[index]
    let declaration = SignatureParser.parse(
      function.signature,
      owner: function.owner,
      implementation: .host(index),
      hostTypes: Dictionary(uniqueKeysWithValues: library.types.map { ($0.name, $0) })
    )
    var types = declaration.parameters.map(\.type)
    switch declaration.kind {
    case .method, .mutatingMethod, .property, .subscripting:
      types.insert(try #require(declaration.owner), at: 0)
    case .function, .staticMethod, .staticProperty, .staticSubscript, .initializer: break
    }
    #expect(!types.contains(.invalid) && declaration.result != .invalid)
    var arguments = try types.map { type in
      try #require(SampleValues.value(of: type), "no sample of '\(type)'")
    }
    if declaration.isSettable {
      var assignment = arguments + [try #require(SampleValues.value(of: declaration.result))]
      requireFit { _ = try function.setter?(TestContext(), &assignment) }
    }
    requireFit { _ = try function.body(TestContext(), &arguments) }
  }

  /// The engine may refuse the values, and the closures return nothing, but the types fit.
  private func requireFit(_ call: () throws -> Void) {
    do {
      try call()
    } catch let error as HostError {
      let isOfClosure = error.message.hasPrefix("the closure must return")
      #expect(isOfClosure || !["argument-type", "argument-count"].contains(error.id))
    } catch {
      Issue.record("\(error) is no error of the host")
    }
  }

  private func ones(_ shape: [Int]) -> Tensor {
    (try? Tensor(repeating: 1, shape: shape)) ?? Tensor([])
  }
}
