import Engine
public import Script

/// Returns all that the engine publishes to the language, signature by signature.
public func makeLessonLibrary() -> HostLibrary {
  HostLibrary(types: [tensorType()], functions: tensorProperties() + tensorCreation())
}

private func tensorType() -> HostType {
  HostType("Tensor", isEquatable: true) { _, value in
    do throws(EngineError) {
      return try Tensor(literal: literal(value)).scriptValue
    } catch {
      throw HostError(error)
    }
  }
}

/// Returns an array literal of the language as one of the engine.
private func literal(_ value: Value) -> TensorLiteral {
  switch value {
  case .int(let number): .number(Double(number))
  case .double(let number): .number(number)
  case .ints(let numbers): .list(numbers.map { .number(Double($0)) })
  case .doubles(let numbers): .list(numbers.map { .number($0) })
  case .array(let values): .list(values.map(literal))
  // The checker admits nothing else; an empty list differs in shape from every number.
  case .void, .bool, .string, .tuple, .optional, .object, .function: .list([])
  }
}

private func tensorProperties() -> [HostFunction] {
  [
    HostFunction("var shape: [Int]", of: "Tensor") { (x: Tensor) in x.shape },
    HostFunction("var elements: [Double]", of: "Tensor") { (x: Tensor) in x.elements },
    HostFunction("var rank: Int", of: "Tensor") { (x: Tensor) in x.rank },
    HostFunction("var count: Int", of: "Tensor") { (x: Tensor) in x.count },
    HostFunction("var isEmpty: Bool", of: "Tensor") { (x: Tensor) in x.isEmpty },
  ]
}

private func tensorCreation() -> [HostFunction] {
  [
    HostFunction("init(_ scalar: Double)", of: "Tensor") { (x: Double) in Tensor(x) },
    HostFunction(
      "init(_ elements: [Double])",
      of: "Tensor",
      elementCount: { (x: [Double]) in x.count }
    ) { (x: [Double]) in Tensor(x) },
    HostFunction(
      "init(_ rows: [[Double]])",
      of: "Tensor",
      elementCount: { (rows: [[Double]]) in rows.reduce(0) { $0 + $1.count } }
    ) { (rows: [[Double]]) in try Tensor(rows) },
    HostFunction(
      "init(shape: [Int], elements: [Double])",
      of: "Tensor",
      elementCount: { (_: [Int], x: [Double]) in x.count }
    ) { (shape: [Int], x: [Double]) in try Tensor(shape: shape, elements: x) },
    HostFunction(
      "init(repeating value: Double, shape: [Int])",
      of: "Tensor",
      elementCount: { (_: Double, shape: [Int]) in product(shape) }
    ) { (x: Double, shape: [Int]) in try Tensor(repeating: x, shape: shape) },
    HostFunction(
      "static func zeros(_ shape: [Int]) -> Tensor",
      of: "Tensor",
      elementCount: { (shape: [Int]) in product(shape) }
    ) { (shape: [Int]) in try Tensor.zeros(shape) },
    HostFunction(
      "static func ones(_ shape: [Int]) -> Tensor",
      of: "Tensor",
      elementCount: { (shape: [Int]) in product(shape) }
    ) { (shape: [Int]) in try Tensor.ones(shape) },
    HostFunction(
      "static func identity(_ size: Int) -> Tensor",
      of: "Tensor",
      elementCount: { (size: Int) in product([size, size]) }
    ) { (size: Int) in try Tensor.identity(size) },
    HostFunction(
      "static func linearSpace(from first: Double, to last: Double, count: Int) -> Tensor",
      of: "Tensor",
      elementCount: { (_: Double, _: Double, count: Int) in product([count]) }
    ) { (first: Double, last: Double, count: Int) in
      try Tensor.linearSpace(from: first, to: last, count: count)
    },
    HostFunction(
      "static func range(from start: Double, to end: Double, by step: Double = 1.0) -> Tensor",
      of: "Tensor",
      elementCount: { (start: Double, end: Double, step: Double) in
        let steps = ((end - start) / step).rounded(.up)
        return steps > 0 && steps < 1e15 ? Int(steps) : 0
      }
    ) { (start: Double, end: Double, step: Double) in
      try Tensor.range(from: start, to: end, by: step)
    },
  ]
}

/// The number of elements of a shape as far as an `Int` counts; 0 where the engine refuses it.
private func product(_ shape: [Int]) -> Int {
  if shape.contains(where: { $0 <= 0 }) { return 0 }
  return shape.reduce(1) { count, extent in
    let (product, overflow) = count.multipliedReportingOverflow(by: extent)
    return overflow ? Int.max : product
  }
}
