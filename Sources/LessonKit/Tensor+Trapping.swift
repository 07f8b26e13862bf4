public import Engine

// A lesson writes no `try`: these overloads end the program with the engine's sentence instead. The
// engine's own declarations are disfavored, so a call without `try` finds these; the module selector
// in each body finds the engine's.

/// Returns the value of an engine call, or ends the program with the sentence of its error.
func trapping<Result>(_ body: () throws(EngineError) -> Result) -> Result {
  do throws(EngineError) { return try body() } catch { fatalError("\(error)") }
}

extension Tensor {
  /// Does what the engine's `init` does; ends the program with a sentence where that throws.
  public init(_ rows: [[Double]]) {
    self = trapping { () throws(EngineError) in
      try Tensor.Engine::init(rows)
    }
  }

  /// Does what the engine's `init` does; ends the program with a sentence where that throws.
  public init(shape: [Int], elements: [Double]) {
    self = trapping { () throws(EngineError) in
      try Tensor.Engine::init(shape: shape, elements: elements)
    }
  }

  /// Does what the engine's `init` does; ends the program with a sentence where that throws.
  public init(repeating value: Double, shape: [Int]) {
    self = trapping { () throws(EngineError) in
      try Tensor.Engine::init(repeating: value, shape: shape)
    }
  }

  /// Does what the engine's `zeros` does; ends the program with a sentence where that throws.
  public static func zeros(_ shape: [Int]) -> Tensor {
    trapping { () throws(EngineError) in
      try Tensor.Engine::zeros(shape)
    }
  }

  /// Does what the engine's `ones` does; ends the program with a sentence where that throws.
  public static func ones(_ shape: [Int]) -> Tensor {
    trapping { () throws(EngineError) in
      try Tensor.Engine::ones(shape)
    }
  }

  /// Does what the engine's `identity` does; ends the program with a sentence where that throws.
  public static func identity(_ size: Int) -> Tensor {
    trapping { () throws(EngineError) in
      try Tensor.Engine::identity(size)
    }
  }

  /// Does what the engine's `linearSpace` does; ends the program with a sentence where that throws.
  public static func linearSpace(from first: Double, to last: Double, count: Int) -> Tensor {
    trapping { () throws(EngineError) in
      try Tensor.Engine::linearSpace(from: first, to: last, count: count)
    }
  }

  /// Does what the engine's `range` does; ends the program with a sentence where that throws.
  public static func range(from start: Double, to end: Double, by step: Double = 1.0) -> Tensor {
    trapping { () throws(EngineError) in
      try Tensor.Engine::range(from: start, to: end, by: step)
    }
  }

  /// Does what the engine's `sum` does; ends the program with a sentence where that throws.
  public func sum(axis: Int) -> Tensor {
    trapping { () throws(EngineError) in
      try self.Engine::sum(axis: axis)
    }
  }

  /// Does what the engine's `sum` does; ends the program with a sentence where that throws.
  public func sum(keepingAxis axis: Int) -> Tensor {
    trapping { () throws(EngineError) in
      try self.Engine::sum(keepingAxis: axis)
    }
  }

  /// Does what the engine's `mean` does; ends the program with a sentence where that throws.
  public func mean(axis: Int) -> Tensor {
    trapping { () throws(EngineError) in
      try self.Engine::mean(axis: axis)
    }
  }

  /// Does what the engine's `mean` does; ends the program with a sentence where that throws.
  public func mean(keepingAxis axis: Int) -> Tensor {
    trapping { () throws(EngineError) in
      try self.Engine::mean(keepingAxis: axis)
    }
  }

  /// Does what the engine's `product` does; ends the program with a sentence where that throws.
  public func product(axis: Int) -> Tensor {
    trapping { () throws(EngineError) in
      try self.Engine::product(axis: axis)
    }
  }

  /// Does what the engine's `product` does; ends the program with a sentence where that throws.
  public func product(keepingAxis axis: Int) -> Tensor {
    trapping { () throws(EngineError) in
      try self.Engine::product(keepingAxis: axis)
    }
  }

  /// Does what the engine's `min` does; ends the program with a sentence where that throws.
  public func min(axis: Int) -> Tensor {
    trapping { () throws(EngineError) in
      try self.Engine::min(axis: axis)
    }
  }

  /// Does what the engine's `min` does; ends the program with a sentence where that throws.
  public func min(keepingAxis axis: Int) -> Tensor {
    trapping { () throws(EngineError) in
      try self.Engine::min(keepingAxis: axis)
    }
  }

  /// Does what the engine's `max` does; ends the program with a sentence where that throws.
  public func max(axis: Int) -> Tensor {
    trapping { () throws(EngineError) in
      try self.Engine::max(axis: axis)
    }
  }

  /// Does what the engine's `max` does; ends the program with a sentence where that throws.
  public func max(keepingAxis axis: Int) -> Tensor {
    trapping { () throws(EngineError) in
      try self.Engine::max(keepingAxis: axis)
    }
  }

  /// Does what the engine's `norm` does; ends the program with a sentence where that throws.
  public func norm(axis: Int) -> Tensor {
    trapping { () throws(EngineError) in
      try self.Engine::norm(axis: axis)
    }
  }

  /// Does what the engine's `norm` does; ends the program with a sentence where that throws.
  public func norm(keepingAxis axis: Int) -> Tensor {
    trapping { () throws(EngineError) in
      try self.Engine::norm(keepingAxis: axis)
    }
  }

  /// Does what the engine's `logSumExp` does; ends the program with a sentence where that throws.
  public func logSumExp(axis: Int) -> Tensor {
    trapping { () throws(EngineError) in
      try self.Engine::logSumExp(axis: axis)
    }
  }

  /// Does what the engine's `logSumExp` does; ends the program with a sentence where that throws.
  public func logSumExp(keepingAxis axis: Int) -> Tensor {
    trapping { () throws(EngineError) in
      try self.Engine::logSumExp(keepingAxis: axis)
    }
  }

  /// Does what the engine's `variance` does; ends the program with a sentence where that throws.
  public func variance(axis: Int) -> Tensor {
    trapping { () throws(EngineError) in
      try self.Engine::variance(axis: axis)
    }
  }

  /// Does what the engine's `variance` does; ends the program with a sentence where that throws.
  public func variance(keepingAxis axis: Int) -> Tensor {
    trapping { () throws(EngineError) in
      try self.Engine::variance(keepingAxis: axis)
    }
  }

  /// Does what the engine's `standardDeviation` does; ends the program with a sentence where that throws.
  public func standardDeviation(axis: Int) -> Tensor {
    trapping { () throws(EngineError) in
      try self.Engine::standardDeviation(axis: axis)
    }
  }

  /// Does what the engine's `standardDeviation` does; ends the program with a sentence where that throws.
  public func standardDeviation(keepingAxis axis: Int) -> Tensor {
    trapping { () throws(EngineError) in
      try self.Engine::standardDeviation(keepingAxis: axis)
    }
  }

  /// Does what the engine's `argMax` does; ends the program with a sentence where that throws.
  public func argMax() -> Int {
    trapping { () throws(EngineError) in
      try self.Engine::argMax()
    }
  }

  /// Does what the engine's `argMin` does; ends the program with a sentence where that throws.
  public func argMin() -> Int {
    trapping { () throws(EngineError) in
      try self.Engine::argMin()
    }
  }

  /// Does what the engine's `argMax` does; ends the program with a sentence where that throws.
  public func argMax(axis: Int) -> [Int] {
    trapping { () throws(EngineError) in
      try self.Engine::argMax(axis: axis)
    }
  }

  /// Does what the engine's `argMin` does; ends the program with a sentence where that throws.
  public func argMin(axis: Int) -> [Int] {
    trapping { () throws(EngineError) in
      try self.Engine::argMin(axis: axis)
    }
  }

  /// Does what the engine's `reshaped` does; ends the program with a sentence where that throws.
  public func reshaped(_ shape: [Int]) -> Tensor {
    trapping { () throws(EngineError) in
      try self.Engine::reshaped(shape)
    }
  }

  /// Does what the engine's `transposed` does; ends the program with a sentence where that throws.
  public func transposed(_ axes: [Int]) -> Tensor {
    trapping { () throws(EngineError) in
      try self.Engine::transposed(axes)
    }
  }

  /// Does what the engine's `expandingShape` does; ends the program with a sentence where that throws.
  public func expandingShape(at axis: Int) -> Tensor {
    trapping { () throws(EngineError) in
      try self.Engine::expandingShape(at: axis)
    }
  }

  /// Does what the engine's `squeezed` does; ends the program with a sentence where that throws.
  public func squeezed(at axis: Int) -> Tensor {
    trapping { () throws(EngineError) in
      try self.Engine::squeezed(at: axis)
    }
  }

  /// Does what the engine's `slice` does; ends the program with a sentence where that throws.
  public func slice(axis: Int = 0, at index: Int) -> Tensor {
    trapping { () throws(EngineError) in
      try self.Engine::slice(axis: axis, at: index)
    }
  }

  /// Does what the engine's `row` does; ends the program with a sentence where that throws.
  public func row(_ index: Int) -> Tensor {
    trapping { () throws(EngineError) in
      try self.Engine::row(index)
    }
  }

  /// Does what the engine's `column` does; ends the program with a sentence where that throws.
  public func column(_ index: Int) -> Tensor {
    trapping { () throws(EngineError) in
      try self.Engine::column(index)
    }
  }

  /// Does what the engine's `broadcast` does; ends the program with a sentence where that throws.
  public func broadcast(to shape: [Int]) -> Tensor {
    trapping { () throws(EngineError) in
      try self.Engine::broadcast(to: shape)
    }
  }

  /// Does what the engine's `element` does; ends the program with a sentence where that throws.
  public func element(at indices: [Int]) -> Double {
    trapping { () throws(EngineError) in
      try self.Engine::element(at: indices)
    }
  }

  /// Returns the engine's `+` of two tensors; ends the program where their shapes do not broadcast.
  public static func + (left: Tensor, right: Tensor) -> Tensor {
    var result = left.widened(for: right)
    trapping { () throws(EngineError) in try result += right }
    return result
  }

  /// Returns the engine's `-` of two tensors; ends the program where their shapes do not broadcast.
  public static func - (left: Tensor, right: Tensor) -> Tensor {
    var result = left.widened(for: right)
    trapping { () throws(EngineError) in try result -= right }
    return result
  }

  /// Returns the engine's `*` of two tensors; ends the program where their shapes do not broadcast.
  public static func * (left: Tensor, right: Tensor) -> Tensor {
    var result = left.widened(for: right)
    trapping { () throws(EngineError) in try result *= right }
    return result
  }

  /// Returns the engine's `/` of two tensors; ends the program where their shapes do not broadcast.
  public static func / (left: Tensor, right: Tensor) -> Tensor {
    var result = left.widened(for: right)
    trapping { () throws(EngineError) in try result /= right }
    return result
  }
}

extension Tensor {
  /// Repeats the tensor to the shape that it and `other` broadcast to.
  ///
  /// A module selector cannot stand before an operator, so the operators above are written by the
  /// compound assignments, which widen only their right side.
  private func widened(for other: Tensor) -> Tensor {
    let rank = Swift.max(rank, other.rank)
    let left = [Int](repeating: 1, count: rank - self.rank) + shape
    let right = [Int](repeating: 1, count: rank - other.rank) + other.shape
    let common = zip(left, right).map { $0 == 1 ? $1 : $0 }
    return common == shape
      ? self : trapping { () throws(EngineError) in try self.Engine::broadcast(to: common) }
  }
}
