// swift-format-ignore-file
// Made from the engine's declarations by `RECORD_GOLDENS=1 swift test --filter LessonKitTests`.

public import Engine

/// The engine's `binaryCrossEntropy(logits:labels:reduction:)`; ends the program with a sentence where that throws.
public func binaryCrossEntropy(logits: Tensor, labels: Tensor, reduction: LossReduction = .mean) -> Double {
  trapping { try Engine::binaryCrossEntropy(logits: logits, labels: labels, reduction: reduction) }
}

/// The engine's `binaryCrossEntropy(probabilities:labels:reduction:)`; ends the program with a sentence where that throws.
public func binaryCrossEntropy(probabilities: Tensor, labels: Tensor, reduction: LossReduction = .mean) -> Double {
  trapping { try Engine::binaryCrossEntropy(probabilities: probabilities, labels: labels, reduction: reduction) }
}

/// The engine's `binaryCrossEntropyGradient(logits:labels:reduction:)`; ends the program with a sentence where that throws.
public func binaryCrossEntropyGradient(logits: Tensor, labels: Tensor, reduction: LossReduction = .mean) -> Tensor {
  trapping { try Engine::binaryCrossEntropyGradient(logits: logits, labels: labels, reduction: reduction) }
}

/// The engine's `meanSquaredError(predictions:targets:)`; ends the program with a sentence where that throws.
public func meanSquaredError(predictions: Tensor, targets: Tensor) -> Double {
  trapping { try Engine::meanSquaredError(predictions: predictions, targets: targets) }
}

/// The engine's `crossEntropy(logits:labels:options:)`; ends the program with a sentence where that throws.
public func crossEntropy(logits: Tensor, labels: [Int], options: LossOptions) -> Double {
  trapping { try Engine::crossEntropy(logits: logits, labels: labels, options: options) }
}

/// The engine's `crossEntropy(logits:labels:options:)`; ends the program with a sentence where that throws.
public func crossEntropy(logits: Tensor, labels: Tensor, options: LossOptions) -> Double {
  trapping { try Engine::crossEntropy(logits: logits, labels: labels, options: options) }
}

/// The engine's `crossEntropy(probabilities:labels:options:)`; ends the program with a sentence where that throws.
public func crossEntropy(probabilities: Tensor, labels: [Int], options: LossOptions) -> Double {
  trapping { try Engine::crossEntropy(probabilities: probabilities, labels: labels, options: options) }
}

/// The engine's `crossEntropy(probabilities:labels:options:)`; ends the program with a sentence where that throws.
public func crossEntropy(probabilities: Tensor, labels: Tensor, options: LossOptions) -> Double {
  trapping { try Engine::crossEntropy(probabilities: probabilities, labels: labels, options: options) }
}

/// The engine's `crossEntropy(logProbabilities:labels:options:)`; ends the program with a sentence where that throws.
public func crossEntropy(logProbabilities: Tensor, labels: [Int], options: LossOptions = LossOptions()) -> Double {
  trapping { try Engine::crossEntropy(logProbabilities: logProbabilities, labels: labels, options: options) }
}

/// The engine's `crossEntropies(logits:labels:options:)`; ends the program with a sentence where that throws.
public func crossEntropies(logits: Tensor, labels: [Int], options: LossOptions = LossOptions()) -> Tensor {
  trapping { try Engine::crossEntropies(logits: logits, labels: labels, options: options) }
}

/// The engine's `crossEntropies(logProbabilities:labels:options:)`; ends the program with a sentence where that throws.
public func crossEntropies(logProbabilities: Tensor, labels: [Int], options: LossOptions = LossOptions()) -> Tensor {
  trapping { try Engine::crossEntropies(logProbabilities: logProbabilities, labels: labels, options: options) }
}

/// The engine's `crossEntropyGradient(logits:labels:options:)`; ends the program with a sentence where that throws.
public func crossEntropyGradient(logits: Tensor, labels: [Int], options: LossOptions = LossOptions()) -> Tensor {
  trapping { try Engine::crossEntropyGradient(logits: logits, labels: labels, options: options) }
}

/// The engine's `crossEntropyGradient(logits:labels:options:)`; ends the program with a sentence where that throws.
public func crossEntropyGradient(logits: Tensor, labels: Tensor, options: LossOptions = LossOptions()) -> Tensor {
  trapping { try Engine::crossEntropyGradient(logits: logits, labels: labels, options: options) }
}

/// The engine's `crossEntropyWithGradient(logits:labels:)`; ends the program with a sentence where that throws.
public func crossEntropyWithGradient(logits: Tensor, labels: [Int]) -> ValueWithGradient<Tensor> {
  trapping { try Engine::crossEntropyWithGradient(logits: logits, labels: labels) }
}

/// The engine's `crossEntropy(probabilities:labels:)`; ends the program with a sentence where that throws.
public func crossEntropy(probabilities: Tensor, labels: Tensor) -> Double {
  trapping { try Engine::crossEntropy(probabilities: probabilities, labels: labels) }
}

/// The engine's `crossEntropy(probabilities:labels:)`; ends the program with a sentence where that throws.
public func crossEntropy(probabilities: Tensor, labels: [Int]) -> Double {
  trapping { try Engine::crossEntropy(probabilities: probabilities, labels: labels) }
}

/// The engine's `crossEntropy(logits:labels:)`; ends the program with a sentence where that throws.
public func crossEntropy(logits: Tensor, labels: Tensor) -> Double {
  trapping { try Engine::crossEntropy(logits: logits, labels: labels) }
}

/// The engine's `crossEntropy(logits:labels:)`; ends the program with a sentence where that throws.
public func crossEntropy(logits: Tensor, labels: [Int]) -> Double {
  trapping { try Engine::crossEntropy(logits: logits, labels: labels) }
}
