// swift-format-ignore-file
// Made from the engine's declarations by `RECORD_GOLDENS=1 swift test --filter LessonKitTests`.

public import Engine

/// The engine's `valueWithGradient(at:of:)`; ends the program with a sentence where that throws.
public func valueWithGradient(at x: Double, of function: (Variable) -> Variable) -> ValueWithGradient<Double> {
  trapping { try Engine::valueWithGradient(at: x, of: function) }
}

/// The engine's `valueWithGradient(at:of:)`; ends the program with a sentence where that throws.
public func valueWithGradient(at x: Tensor, of function: (Variable) -> Variable) -> ValueWithGradient<Tensor> {
  trapping { try Engine::valueWithGradient(at: x, of: function) }
}

/// The engine's `valueWithGradient(at:of:)`; ends the program with a sentence where that throws.
public func valueWithGradient(at inputs: [Tensor], of function: ([Variable]) -> Variable) -> ValueWithGradient<[Tensor]> {
  trapping { try Engine::valueWithGradient(at: inputs, of: function) }
}

/// The engine's `gradient(at:of:)`; ends the program with a sentence where that throws.
public func gradient(at x: Double, of function: (Variable) -> Variable) -> Double {
  trapping { try Engine::gradient(at: x, of: function) }
}

/// The engine's `gradient(at:of:)`; ends the program with a sentence where that throws.
public func gradient(at x: Tensor, of function: (Variable) -> Variable) -> Tensor {
  trapping { try Engine::gradient(at: x, of: function) }
}

/// The engine's `gradient(at:of:)`; ends the program with a sentence where that throws.
public func gradient(at inputs: [Tensor], of function: ([Variable]) -> Variable) -> [Tensor] {
  trapping { try Engine::gradient(at: inputs, of: function) }
}

/// The engine's `minimize(from:learningRate:steps:_:)`; ends the program with a sentence where that throws.
public func minimize(from start: Double, learningRate: Double, steps: Int, _ function: (Variable) -> Variable) -> Double {
  trapping { try Engine::minimize(from: start, learningRate: learningRate, steps: steps, function) }
}

/// The engine's `minimize(from:learningRate:steps:rounding:_:)`; ends the program with a sentence where that throws.
public func minimize(from start: Float, learningRate: Float, steps: Int, rounding: StepRounding = .twice, _ function: (FloatVariable) -> FloatVariable) -> Float {
  trapping { try Engine::minimize(from: start, learningRate: learningRate, steps: steps, rounding: rounding, function) }
}

extension Variable {
  /// The engine's `+(_:_:)`; ends the program with a sentence where that throws.
  public static func + (left: Variable, right: Variable) -> Variable {
    trapping { try Engine::add(left, right) }
  }

  /// The engine's `+(_:_:)`; ends the program with a sentence where that throws.
  public static func + (left: Variable, right: Tensor) -> Variable {
    trapping { try Engine::add(left, right) }
  }

  /// The engine's `+(_:_:)`; ends the program with a sentence where that throws.
  public static func + (left: Tensor, right: Variable) -> Variable {
    trapping { try Engine::add(left, right) }
  }

  /// The engine's `-(_:_:)`; ends the program with a sentence where that throws.
  public static func - (left: Variable, right: Variable) -> Variable {
    trapping { try Engine::subtract(left, right) }
  }

  /// The engine's `-(_:_:)`; ends the program with a sentence where that throws.
  public static func - (left: Variable, right: Tensor) -> Variable {
    trapping { try Engine::subtract(left, right) }
  }

  /// The engine's `-(_:_:)`; ends the program with a sentence where that throws.
  public static func - (left: Tensor, right: Variable) -> Variable {
    trapping { try Engine::subtract(left, right) }
  }

  /// The engine's `*(_:_:)`; ends the program with a sentence where that throws.
  public static func * (left: Variable, right: Variable) -> Variable {
    trapping { try Engine::multiply(left, right) }
  }

  /// The engine's `*(_:_:)`; ends the program with a sentence where that throws.
  public static func * (left: Variable, right: Tensor) -> Variable {
    trapping { try Engine::multiply(left, right) }
  }

  /// The engine's `*(_:_:)`; ends the program with a sentence where that throws.
  public static func * (left: Tensor, right: Variable) -> Variable {
    trapping { try Engine::multiply(left, right) }
  }

  /// The engine's `/(_:_:)`; ends the program with a sentence where that throws.
  public static func / (left: Variable, right: Variable) -> Variable {
    trapping { try Engine::divide(left, right) }
  }

  /// The engine's `/(_:_:)`; ends the program with a sentence where that throws.
  public static func / (left: Variable, right: Tensor) -> Variable {
    trapping { try Engine::divide(left, right) }
  }

  /// The engine's `/(_:_:)`; ends the program with a sentence where that throws.
  public static func / (left: Tensor, right: Variable) -> Variable {
    trapping { try Engine::divide(left, right) }
  }
}

/// The engine's `pow(_:_:)`; ends the program with a sentence where that throws.
public func pow(_ x: Variable, _ exponents: Variable) -> Variable {
  trapping { try Engine::pow(x, exponents) }
}

/// The engine's `softmax(_:axis:)`; ends the program with a sentence where that throws.
public func softmax(_ z: Variable, axis: Int = 0) -> Variable {
  trapping { try Engine::softmax(z, axis: axis) }
}

/// The engine's `logSoftmax(_:axis:)`; ends the program with a sentence where that throws.
public func logSoftmax(_ z: Variable, axis: Int = 0) -> Variable {
  trapping { try Engine::logSoftmax(z, axis: axis) }
}

/// The engine's `crossEntropy(logits:labels:options:)`; ends the program with a sentence where that throws.
public func crossEntropy(logits: Variable, labels: Tensor, options: LossOptions = LossOptions()) -> Variable {
  trapping { try Engine::crossEntropy(logits: logits, labels: labels, options: options) }
}

/// The engine's `crossEntropy(logits:labels:options:)`; ends the program with a sentence where that throws.
public func crossEntropy(logits: Variable, labels: [Int], options: LossOptions = LossOptions()) -> Variable {
  trapping { try Engine::crossEntropy(logits: logits, labels: labels, options: options) }
}

/// The engine's `crossEntropy(probabilities:labels:)`; ends the program with a sentence where that throws.
public func crossEntropy(probabilities: Variable, labels: Tensor) -> Variable {
  trapping { try Engine::crossEntropy(probabilities: probabilities, labels: labels) }
}

/// The engine's `binaryCrossEntropy(logits:labels:reduction:)`; ends the program with a sentence where that throws.
public func binaryCrossEntropy(logits: Variable, labels: Tensor, reduction: LossReduction = .mean) -> Variable {
  trapping { try Engine::binaryCrossEntropy(logits: logits, labels: labels, reduction: reduction) }
}

/// The engine's `matmul(_:_:)`; ends the program with a sentence where that throws.
public func matmul(_ left: Variable, _ right: Variable) -> Variable {
  trapping { try Engine::matmul(left, right) }
}

/// The engine's `matmul(_:_:)`; ends the program with a sentence where that throws.
public func matmul(_ left: Tensor, _ right: Variable) -> Variable {
  trapping { try Engine::matmul(left, right) }
}

/// The engine's `matmul(_:_:)`; ends the program with a sentence where that throws.
public func matmul(_ left: Variable, _ right: Tensor) -> Variable {
  trapping { try Engine::matmul(left, right) }
}

extension Variable {
  /// The engine's `reshaped(_:)`; ends the program with a sentence where that throws.
  public func reshaped(_ shape: [Int]) -> Variable {
    trapping { try self.Engine::reshaped(shape) }
  }

  /// The engine's `element(at:)`; ends the program with a sentence where that throws.
  public func element(at indices: [Int]) -> Variable {
    trapping { try self.Engine::element(at: indices) }
  }
}

extension Variable {
  /// The engine's `sum(keepingAxis:)`; ends the program with a sentence where that throws.
  public func sum(keepingAxis axis: Int) -> Variable {
    trapping { try self.Engine::sum(keepingAxis: axis) }
  }

  /// The engine's `mean(keepingAxis:)`; ends the program with a sentence where that throws.
  public func mean(keepingAxis axis: Int) -> Variable {
    trapping { try self.Engine::mean(keepingAxis: axis) }
  }

  /// The engine's `sum(axis:)`; ends the program with a sentence where that throws.
  public func sum(axis: Int) -> Variable {
    trapping { try self.Engine::sum(axis: axis) }
  }

  /// The engine's `mean(axis:)`; ends the program with a sentence where that throws.
  public func mean(axis: Int) -> Variable {
    trapping { try self.Engine::mean(axis: axis) }
  }
}
