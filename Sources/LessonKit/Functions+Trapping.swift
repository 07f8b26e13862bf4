public import Engine

// The free functions of the engine that throw; see Tensor+Trapping.swift.

/// Does what the engine's `pow` does; ends the program with a sentence where that throws.
public func pow(_ x: Tensor, _ exponents: Tensor) -> Tensor {
  trapping { () throws(EngineError) in
    try Engine::pow(x, exponents)
  }
}

/// Does what the engine's `matmul` does; ends the program with a sentence where that throws.
public func matmul(_ left: Tensor, _ right: Tensor) -> Tensor {
  trapping { () throws(EngineError) in
    try Engine::matmul(left, right)
  }
}

/// Does what the engine's `softmax` does; ends the program with a sentence where that throws.
public func softmax(_ z: Tensor, axis: Int = 0) -> Tensor {
  trapping { () throws(EngineError) in
    try Engine::softmax(z, axis: axis)
  }
}

/// Does what the engine's `logSoftmax` does; ends the program with a sentence where that throws.
public func logSoftmax(_ z: Tensor, axis: Int = 0) -> Tensor {
  trapping { () throws(EngineError) in
    try Engine::logSoftmax(z, axis: axis)
  }
}

/// Does what the engine's `hardmax` does; ends the program with a sentence where that throws.
public func hardmax(_ x: Tensor, axis: Int = 0) -> Tensor {
  trapping { () throws(EngineError) in
    try Engine::hardmax(x, axis: axis)
  }
}

/// Does what the engine's `oneHot` does; ends the program with a sentence where that throws.
public func oneHot(_ labels: [Int], classCount: Int) -> Tensor {
  trapping { () throws(EngineError) in
    try Engine::oneHot(labels, classCount: classCount)
  }
}

/// Does what the engine's `crossEntropy` does; ends the program with a sentence where that throws.
public func crossEntropy(probabilities: Tensor, labels: Tensor) -> Double {
  trapping { () throws(EngineError) in
    try Engine::crossEntropy(probabilities: probabilities, labels: labels)
  }
}

/// Does what the engine's `crossEntropy` does; ends the program with a sentence where that throws.
public func crossEntropy(probabilities: Tensor, labels: [Int]) -> Double {
  trapping { () throws(EngineError) in
    try Engine::crossEntropy(probabilities: probabilities, labels: labels)
  }
}

/// Does what the engine's `crossEntropy` does; ends the program with a sentence where that throws.
public func crossEntropy(logits: Tensor, labels: Tensor) -> Double {
  trapping { () throws(EngineError) in
    try Engine::crossEntropy(logits: logits, labels: labels)
  }
}

/// Does what the engine's `crossEntropy` does; ends the program with a sentence where that throws.
public func crossEntropy(logits: Tensor, labels: [Int]) -> Double {
  trapping { () throws(EngineError) in
    try Engine::crossEntropy(logits: logits, labels: labels)
  }
}
