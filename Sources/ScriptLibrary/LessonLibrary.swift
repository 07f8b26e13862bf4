import Engine
public import Script

/// Returns all that the engine and charts publish to the language, signature by signature.
public func makeLessonLibrary() -> HostLibrary {
  let charts = publishCharts()
  return HostLibrary(
    types: [tensorType()] + charts.types,
    functions: charts.functions + tensorProperties() + tensorCreation() + tensorOperators()
      + tensorAssignments()
      + tensorReductions()
      + tensorShapes() + tensorSubscripts() + engineFunctions()
  )
}

/// Returns the type `Tensor`, which can be written as an array literal.
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
  case .float(let number): .number(Double(number))
  case .ints(let numbers): .list(numbers.map { .number(Double($0)) })
  case .doubles(let numbers): .list(numbers.map { .number($0) })
  case .array(let values): .list(values.map(literal))
  // The checker admits nothing else; an empty list differs in shape from every number.
  case .void, .bool, .string, .tuple, .optional, .object, .function: .list([])
  }
}

/// Returns what can be asked of a tensor.
private func tensorProperties() -> [HostFunction] {
  [
    HostFunction("var shape: [Int]", of: "Tensor") { (tensor: Tensor) in tensor.shape },
    HostFunction("var elements: [Double]", of: "Tensor") { (tensor: Tensor) in tensor.elements },
    HostFunction("var rank: Int", of: "Tensor") { (tensor: Tensor) in tensor.rank },
    HostFunction("var count: Int", of: "Tensor") { (tensor: Tensor) in tensor.count },
    HostFunction("var isEmpty: Bool", of: "Tensor") { (tensor: Tensor) in tensor.isEmpty },
  ]
}

/// Returns the ways to make a tensor.
private func tensorCreation() -> [HostFunction] {
  [
    HostFunction("init(_ scalar: Double)", of: "Tensor") { (scalar: Double) in
      Tensor(scalar)
    },
    HostFunction("init(_ elements: [Double])", of: "Tensor") { (elements: [Double]) in
      Tensor(elements)
    },
    HostFunction("init(_ rows: [[Double]])", of: "Tensor") { (rows: [[Double]]) in
      try Tensor(rows)
    },
    HostFunction(
      "init(shape: [Int], elements: [Double])",
      of: "Tensor"
    ) { (shape: [Int], elements: [Double]) in
      try Tensor(shape: shape, elements: elements)
    },
    HostFunction(
      "init(repeating value: Double, shape: [Int])",
      of: "Tensor",
      size: .shape
    ) { (value: Double, shape: [Int]) in
      try Tensor(repeating: value, shape: shape)
    },
    HostFunction(
      "static func zeros(_ shape: [Int]) -> Tensor",
      of: "Tensor",
      size: .shape
    ) { (shape: [Int]) in
      try Tensor.zeros(shape)
    },
    HostFunction(
      "static func ones(_ shape: [Int]) -> Tensor",
      of: "Tensor",
      size: .shape
    ) { (shape: [Int]) in
      try Tensor.ones(shape)
    },
    HostFunction(
      "static func identity(_ size: Int) -> Tensor",
      of: "Tensor",
      size: .square
    ) { (size: Int) in
      try Tensor.identity(size)
    },
    HostFunction(
      "static func linearSpace(from first: Double, to last: Double, count: Int) -> Tensor",
      of: "Tensor",
      size: .count
    ) { (first: Double, last: Double, count: Int) in
      try Tensor.linearSpace(from: first, to: last, count: count)
    },
    HostFunction(
      "static func range(from start: Double, to end: Double, by step: Double = 1.0) -> Tensor",
      of: "Tensor",
      size: .range
    ) { (start: Double, end: Double, step: Double) in
      try Tensor.range(from: start, to: end, by: step)
    },
  ]
}

/// Returns the arithmetic of tensors.
private func tensorOperators() -> [HostFunction] {
  [
    HostFunction("static prefix func - (tensor: Tensor) -> Tensor", of: "Tensor") {
      (tensor: Tensor) in
      -tensor
    },
    HostFunction(
      "static func + (left: Tensor, right: Tensor) -> Tensor",
      of: "Tensor",
      size: .broadcast
    ) { (left: Tensor, right: Tensor) in
      try left + right
    },
    HostFunction(
      "static func + (left: Tensor, right: Double) -> Tensor",
      of: "Tensor"
    ) { (left: Tensor, right: Double) in
      left + right
    },
    HostFunction(
      "static func + (left: Double, right: Tensor) -> Tensor",
      of: "Tensor"
    ) { (left: Double, right: Tensor) in
      left + right
    },
    HostFunction(
      "static func - (left: Tensor, right: Tensor) -> Tensor",
      of: "Tensor",
      size: .broadcast
    ) { (left: Tensor, right: Tensor) in
      try left - right
    },
    HostFunction(
      "static func - (left: Tensor, right: Double) -> Tensor",
      of: "Tensor"
    ) { (left: Tensor, right: Double) in
      left - right
    },
    HostFunction(
      "static func - (left: Double, right: Tensor) -> Tensor",
      of: "Tensor"
    ) { (left: Double, right: Tensor) in
      left - right
    },
    HostFunction(
      "static func * (left: Tensor, right: Tensor) -> Tensor",
      of: "Tensor",
      size: .broadcast
    ) { (left: Tensor, right: Tensor) in
      try left * right
    },
    HostFunction(
      "static func * (left: Tensor, right: Double) -> Tensor",
      of: "Tensor"
    ) { (left: Tensor, right: Double) in
      left * right
    },
    HostFunction(
      "static func * (left: Double, right: Tensor) -> Tensor",
      of: "Tensor"
    ) { (left: Double, right: Tensor) in
      left * right
    },
    HostFunction(
      "static func / (left: Tensor, right: Tensor) -> Tensor",
      of: "Tensor",
      size: .broadcast
    ) { (left: Tensor, right: Tensor) in
      try left / right
    },
    HostFunction(
      "static func / (left: Tensor, right: Double) -> Tensor",
      of: "Tensor"
    ) { (left: Tensor, right: Double) in
      left / right
    },
    HostFunction(
      "static func / (left: Double, right: Tensor) -> Tensor",
      of: "Tensor"
    ) { (left: Double, right: Tensor) in
      left / right
    },
  ]
}

/// Returns the arithmetic that changes a tensor by a number.
private func tensorAssignments() -> [HostFunction] {
  [
    HostFunction(
      mutating: "static func += (left: inout Tensor, right: Double)",
      of: "Tensor"
    ) { (left: inout Tensor, right: Double) in
      left += right
      return Nothing()
    },
    HostFunction(
      mutating: "static func -= (left: inout Tensor, right: Double)",
      of: "Tensor"
    ) { (left: inout Tensor, right: Double) in
      left -= right
      return Nothing()
    },
    HostFunction(
      mutating: "static func *= (left: inout Tensor, right: Double)",
      of: "Tensor"
    ) { (left: inout Tensor, right: Double) in
      left *= right
      return Nothing()
    },
    HostFunction(
      mutating: "static func /= (left: inout Tensor, right: Double)",
      of: "Tensor"
    ) { (left: inout Tensor, right: Double) in
      left /= right
      return Nothing()
    },
  ]
}

/// Returns the sums, means and their like.
private func tensorReductions() -> [HostFunction] {
  [
    HostFunction("func sum() -> Double", of: "Tensor") { (tensor: Tensor) in
      tensor.sum()
    },
    HostFunction("func sum(axis: Int) -> Tensor", of: "Tensor") { (tensor: Tensor, axis: Int) in
      try tensor.sum(axis: axis)
    },
    HostFunction(
      "func sum(keepingAxis axis: Int) -> Tensor",
      of: "Tensor"
    ) { (tensor: Tensor, axis: Int) in
      try tensor.sum(keepingAxis: axis)
    },
    HostFunction("func mean() -> Double", of: "Tensor") { (tensor: Tensor) in
      tensor.mean()
    },
    HostFunction("func mean(axis: Int) -> Tensor", of: "Tensor") { (tensor: Tensor, axis: Int) in
      try tensor.mean(axis: axis)
    },
    HostFunction(
      "func mean(keepingAxis axis: Int) -> Tensor",
      of: "Tensor"
    ) { (tensor: Tensor, axis: Int) in
      try tensor.mean(keepingAxis: axis)
    },
    HostFunction("func product() -> Double", of: "Tensor") { (tensor: Tensor) in
      tensor.product()
    },
    HostFunction("func product(axis: Int) -> Tensor", of: "Tensor") { (tensor: Tensor, axis: Int) in
      try tensor.product(axis: axis)
    },
    HostFunction(
      "func product(keepingAxis axis: Int) -> Tensor",
      of: "Tensor"
    ) { (tensor: Tensor, axis: Int) in
      try tensor.product(keepingAxis: axis)
    },
    HostFunction("func min() -> Double", of: "Tensor") { (tensor: Tensor) in
      tensor.min()
    },
    HostFunction("func min(axis: Int) -> Tensor", of: "Tensor") { (tensor: Tensor, axis: Int) in
      try tensor.min(axis: axis)
    },
    HostFunction(
      "func min(keepingAxis axis: Int) -> Tensor",
      of: "Tensor"
    ) { (tensor: Tensor, axis: Int) in
      try tensor.min(keepingAxis: axis)
    },
    HostFunction("func max() -> Double", of: "Tensor") { (tensor: Tensor) in
      tensor.max()
    },
    HostFunction("func max(axis: Int) -> Tensor", of: "Tensor") { (tensor: Tensor, axis: Int) in
      try tensor.max(axis: axis)
    },
    HostFunction(
      "func max(keepingAxis axis: Int) -> Tensor",
      of: "Tensor"
    ) { (tensor: Tensor, axis: Int) in
      try tensor.max(keepingAxis: axis)
    },
    HostFunction("func norm() -> Double", of: "Tensor") { (tensor: Tensor) in
      tensor.norm()
    },
    HostFunction("func norm(axis: Int) -> Tensor", of: "Tensor") { (tensor: Tensor, axis: Int) in
      try tensor.norm(axis: axis)
    },
    HostFunction(
      "func norm(keepingAxis axis: Int) -> Tensor",
      of: "Tensor"
    ) { (tensor: Tensor, axis: Int) in
      try tensor.norm(keepingAxis: axis)
    },
    HostFunction("func logSumExp() -> Double", of: "Tensor") { (tensor: Tensor) in
      tensor.logSumExp()
    },
    HostFunction(
      "func logSumExp(axis: Int) -> Tensor",
      of: "Tensor"
    ) { (tensor: Tensor, axis: Int) in
      try tensor.logSumExp(axis: axis)
    },
    HostFunction(
      "func logSumExp(keepingAxis axis: Int) -> Tensor",
      of: "Tensor"
    ) { (tensor: Tensor, axis: Int) in
      try tensor.logSumExp(keepingAxis: axis)
    },
    HostFunction("func variance() -> Double", of: "Tensor") { (tensor: Tensor) in
      tensor.variance()
    },
    HostFunction(
      "func variance(axis: Int) -> Tensor",
      of: "Tensor"
    ) { (tensor: Tensor, axis: Int) in
      try tensor.variance(axis: axis)
    },
    HostFunction(
      "func variance(keepingAxis axis: Int) -> Tensor",
      of: "Tensor"
    ) { (tensor: Tensor, axis: Int) in
      try tensor.variance(keepingAxis: axis)
    },
    HostFunction("func standardDeviation() -> Double", of: "Tensor") { (tensor: Tensor) in
      tensor.standardDeviation()
    },
    HostFunction(
      "func standardDeviation(axis: Int) -> Tensor",
      of: "Tensor"
    ) { (tensor: Tensor, axis: Int) in
      try tensor.standardDeviation(axis: axis)
    },
    HostFunction(
      "func standardDeviation(keepingAxis axis: Int) -> Tensor",
      of: "Tensor"
    ) { (tensor: Tensor, axis: Int) in
      try tensor.standardDeviation(keepingAxis: axis)
    },
  ]
}

/// Returns what looks at the shape of tensors and picks their parts.
private func tensorShapes() -> [HostFunction] {
  [
    HostFunction("func argMax() -> Int", of: "Tensor") { (tensor: Tensor) in
      try tensor.argMax()
    },
    HostFunction("func argMin() -> Int", of: "Tensor") { (tensor: Tensor) in
      try tensor.argMin()
    },
    HostFunction("func argMax(axis: Int) -> [Int]", of: "Tensor") { (tensor: Tensor, axis: Int) in
      try tensor.argMax(axis: axis)
    },
    HostFunction("func argMin(axis: Int) -> [Int]", of: "Tensor") { (tensor: Tensor, axis: Int) in
      try tensor.argMin(axis: axis)
    },
    HostFunction(
      "func reshaped(_ shape: [Int]) -> Tensor",
      of: "Tensor"
    ) { (tensor: Tensor, shape: [Int]) in
      try tensor.reshaped(shape)
    },
    HostFunction("func flattened() -> Tensor", of: "Tensor") { (tensor: Tensor) in
      tensor.flattened()
    },
    HostFunction("func transposed() -> Tensor", of: "Tensor") { (tensor: Tensor) in
      tensor.transposed()
    },
    HostFunction(
      "func transposed(_ axes: [Int]) -> Tensor",
      of: "Tensor"
    ) { (tensor: Tensor, axes: [Int]) in
      try tensor.transposed(axes)
    },
    HostFunction(
      "func expandingShape(at axis: Int) -> Tensor",
      of: "Tensor"
    ) { (tensor: Tensor, axis: Int) in
      try tensor.expandingShape(at: axis)
    },
    HostFunction("func squeezed() -> Tensor", of: "Tensor") { (tensor: Tensor) in
      tensor.squeezed()
    },
    HostFunction(
      "func squeezed(at axis: Int) -> Tensor",
      of: "Tensor"
    ) { (tensor: Tensor, axis: Int) in
      try tensor.squeezed(at: axis)
    },
    HostFunction(
      "func slice(axis: Int = 0, at index: Int) -> Tensor",
      of: "Tensor"
    ) { (tensor: Tensor, axis: Int, index: Int) in
      try tensor.slice(axis: axis, at: index)
    },
    HostFunction("func row(_ index: Int) -> Tensor", of: "Tensor") { (tensor: Tensor, index: Int) in
      try tensor.row(index)
    },
    HostFunction(
      "func column(_ index: Int) -> Tensor",
      of: "Tensor"
    ) { (tensor: Tensor, index: Int) in
      try tensor.column(index)
    },
    HostFunction(
      "func broadcast(to shape: [Int]) -> Tensor",
      of: "Tensor",
      size: .shape
    ) { (tensor: Tensor, shape: [Int]) in
      try tensor.broadcast(to: shape)
    },
    HostFunction(
      "func element(at indices: [Int]) -> Double",
      of: "Tensor"
    ) { (tensor: Tensor, indices: [Int]) in
      try tensor.element(at: indices)
    },
    HostFunction(
      "func isClose(to other: Tensor, relative: Double = 1e-9, absolute: Double = 1e-12) -> Bool",
      of: "Tensor"
    ) { (tensor: Tensor, other: Tensor, relative: Double, absolute: Double) in
      tensor.isClose(to: other, relative: relative, absolute: absolute)
    },
    HostFunction(
      "func description(digits: Int) -> String",
      of: "Tensor"
    ) { (tensor: Tensor, digits: Int) in
      tensor.description(digits: digits)
    },
  ]
}

/// Returns the reading of one element by up to four indices.
private func tensorSubscripts() -> [HostFunction] {
  [
    HostFunction(
      "subscript(_ i: Int) -> Double",
      of: "Tensor"
    ) { (tensor: Tensor, i: Int) in
      try tensor.element(at: [i])
    },
    HostFunction(
      "subscript(_ i: Int, _ j: Int) -> Double",
      of: "Tensor"
    ) { (tensor: Tensor, i: Int, j: Int) in
      try tensor.element(at: [i, j])
    },
    HostFunction(
      "subscript(_ i: Int, _ j: Int, _ k: Int) -> Double",
      of: "Tensor"
    ) { (tensor: Tensor, i: Int, j: Int, k: Int) in
      try tensor.element(at: [i, j, k])
    },
    HostFunction(
      "subscript(_ i: Int, _ j: Int, _ k: Int, _ l: Int) -> Double",
      of: "Tensor"
    ) { (tensor: Tensor, i: Int, j: Int, k: Int, l: Int) in
      try tensor.element(at: [i, j, k, l])
    },
  ]
}

/// Returns the free functions.
private func engineFunctions() -> [HostFunction] {
  [
    HostFunction("func exp(_ x: Tensor) -> Tensor") { (x: Tensor) in
      Engine::exp(x)
    },
    HostFunction("func log(_ x: Tensor) -> Tensor") { (x: Tensor) in
      Engine::log(x)
    },
    HostFunction("func sqrt(_ x: Tensor) -> Tensor") { (x: Tensor) in
      Engine::sqrt(x)
    },
    HostFunction("func abs(_ x: Tensor) -> Tensor") { (x: Tensor) in
      Engine::abs(x)
    },
    HostFunction("func relu(_ x: Tensor) -> Tensor") { (x: Tensor) in
      relu(x)
    },
    HostFunction("func tanh(_ x: Tensor) -> Tensor") { (x: Tensor) in
      Engine::tanh(x)
    },
    HostFunction("func sigmoid(_ x: Tensor) -> Tensor") { (x: Tensor) in
      sigmoid(x)
    },
    HostFunction("func sigmoid(_ x: Double) -> Double") { (x: Double) in
      sigmoid(x)
    },
    HostFunction("func relu(_ x: Double) -> Double") { (x: Double) in
      relu(x)
    },
    HostFunction(
      "func pow(_ x: Tensor, _ exponent: Double) -> Tensor"
    ) { (x: Tensor, exponent: Double) in
      Engine::pow(x, exponent)
    },
    HostFunction(
      "func pow(_ x: Tensor, _ exponents: Tensor) -> Tensor",
      size: .broadcast
    ) { (x: Tensor, exponents: Tensor) in
      try Engine::pow(x, exponents)
    },
    HostFunction(
      "func matmul(_ left: Tensor, _ right: Tensor) -> Tensor",
      size: .matrixProduct
    ) { (left: Tensor, right: Tensor) in
      try matmul(left, right)
    },
    HostFunction("func softmax(_ z: Tensor, axis: Int = 0) -> Tensor") { (z: Tensor, axis: Int) in
      try softmax(z, axis: axis)
    },
    HostFunction(
      "func logSoftmax(_ z: Tensor, axis: Int = 0) -> Tensor"
    ) { (z: Tensor, axis: Int) in
      try logSoftmax(z, axis: axis)
    },
    HostFunction("func hardmax(_ x: Tensor, axis: Int = 0) -> Tensor") { (x: Tensor, axis: Int) in
      try hardmax(x, axis: axis)
    },
    HostFunction(
      "func oneHot(_ labels: [Int], classCount: Int) -> Tensor",
      size: .oneHot
    ) { (labels: [Int], classCount: Int) in
      try oneHot(labels, classCount: classCount)
    },
    HostFunction(
      "func crossEntropy(probabilities: Tensor, labels: Tensor) -> Double"
    ) { (probabilities: Tensor, labels: Tensor) in
      try crossEntropy(probabilities: probabilities, labels: labels)
    },
    HostFunction(
      "func crossEntropy(probabilities: Tensor, labels: [Int]) -> Double"
    ) { (probabilities: Tensor, labels: [Int]) in
      try crossEntropy(probabilities: probabilities, labels: labels)
    },
    HostFunction(
      "func crossEntropy(logits: Tensor, labels: Tensor) -> Double"
    ) { (logits: Tensor, labels: Tensor) in
      try crossEntropy(logits: logits, labels: labels)
    },
    HostFunction(
      "func crossEntropy(logits: Tensor, labels: [Int]) -> Double"
    ) { (logits: Tensor, labels: [Int]) in
      try crossEntropy(logits: logits, labels: labels)
    },
  ]
}
