public import Engine

// A lesson writes no `try`: these overloads end the program with the engine's sentence instead. The
// engine's own declarations are disfavored, so a call without `try` finds these; the module selector
// in each body finds the engine's.

/// Returns the value of an engine call, or ends the program with the sentence of its error.
func trapping<Result>(_ body: () throws(EngineError) -> Result) -> Result {
  do throws(EngineError) { return try body() } catch { fatalError("\(error)") }
}

extension Tensor {
  /// Creates a matrix from its rows; ends the program where they differ in length.
  public init(_ rows: [[Double]]) {
    self = trapping { () throws(EngineError) in try Tensor.Engine::init(rows) }
  }

  /// Creates a tensor from its shape and its elements; ends the program where they do not fit.
  public init(shape: [Int], elements: [Double]) {
    self = trapping { () throws(EngineError) in
      try Tensor.Engine::init(shape: shape, elements: elements)
    }
  }

  /// Creates a tensor with one number everywhere; ends the program where the shape is refused.
  public init(repeating value: Double, shape: [Int]) {
    self = trapping { () throws(EngineError) in
      try Tensor.Engine::init(repeating: value, shape: shape)
    }
  }

  /// Returns a tensor of zeros; ends the program where the shape is refused.
  public static func zeros(_ shape: [Int]) -> Tensor {
    trapping { () throws(EngineError) in try Tensor.Engine::zeros(shape) }
  }

  /// Returns a tensor of ones; ends the program where the shape is refused.
  public static func ones(_ shape: [Int]) -> Tensor {
    trapping { () throws(EngineError) in try Tensor.Engine::ones(shape) }
  }

  /// Returns the identity matrix; ends the program where the size is refused.
  public static func identity(_ size: Int) -> Tensor {
    trapping { () throws(EngineError) in try Tensor.Engine::identity(size) }
  }

  /// Returns numbers at equal distances; ends the program where the count is refused.
  public static func linearSpace(from first: Double, to last: Double, count: Int) -> Tensor {
    trapping { () throws(EngineError) in
      try Tensor.Engine::linearSpace(from: first, to: last, count: count)
    }
  }

  /// Returns numbers `step` apart, the end left out; ends the program where the step is refused.
  public static func range(from start: Double, to end: Double, by step: Double = 1) -> Tensor {
    trapping { () throws(EngineError) in
      try Tensor.Engine::range(from: start, to: end, by: step)
    }
  }
}
