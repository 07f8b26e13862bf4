import Engine
import Script

extension LossOptions: EngineValue {
  static var scriptType: String { "LossOptions" }
}

extension LossReduction: EngineValue {
  static var scriptType: String { "LossReduction" }
}

/// Returns the losses.
func publishLosses() -> HostLibrary {
  HostLibrary(
    types: [HostType(LossOptions.self), HostType(LossReduction.self)],
    functions: [
      HostFunction("func crossEntropy(probabilities: Tensor, labels: Tensor) -> Double") {
        (probabilities: Tensor, labels: Tensor) in
        try crossEntropy(probabilities: probabilities, labels: labels)
      },
      HostFunction("func crossEntropy(probabilities: Tensor, labels: [Int]) -> Double") {
        (probabilities: Tensor, labels: [Int]) in
        try crossEntropy(probabilities: probabilities, labels: labels)
      },
      HostFunction("func crossEntropy(logits: Tensor, labels: Tensor) -> Double") {
        (logits: Tensor, labels: Tensor) in try crossEntropy(logits: logits, labels: labels)
      },
      HostFunction("func crossEntropy(logits: Tensor, labels: [Int]) -> Double") {
        (logits: Tensor, labels: [Int]) in try crossEntropy(logits: logits, labels: labels)
      },
      HostFunction(
        "func crossEntropy(logits: Tensor, labels: [Int], options: LossOptions) -> Double"
      ) { (logits: Tensor, labels: [Int], options: LossOptions) in
        try crossEntropy(logits: logits, labels: labels, options: options)
      },
      HostFunction(
        "func crossEntropy(logits: Tensor, labels: Tensor, options: LossOptions) -> Double"
      ) { (logits: Tensor, labels: Tensor, options: LossOptions) in
        try crossEntropy(logits: logits, labels: labels, options: options)
      },
      HostFunction(
        "func crossEntropy(probabilities: Tensor, labels: [Int], options: LossOptions) -> Double"
      ) { (probabilities: Tensor, labels: [Int], options: LossOptions) in
        try crossEntropy(probabilities: probabilities, labels: labels, options: options)
      },
      HostFunction(
        "func crossEntropy(probabilities: Tensor, labels: Tensor, options: LossOptions) -> Double"
      ) { (probabilities: Tensor, labels: Tensor, options: LossOptions) in
        try crossEntropy(probabilities: probabilities, labels: labels, options: options)
      },
      HostFunction(
        "func crossEntropy(logProbabilities: Tensor, labels: [Int], options: LossOptions = LossOptions()) -> Double"
      ) { (logProbabilities: Tensor, labels: [Int], options: LossOptions) in
        try crossEntropy(logProbabilities: logProbabilities, labels: labels, options: options)
      },
      HostFunction(
        "func crossEntropies(logits: Tensor, labels: [Int], options: LossOptions = LossOptions()) -> Tensor"
      ) { (logits: Tensor, labels: [Int], options: LossOptions) in
        try crossEntropies(logits: logits, labels: labels, options: options)
      },
      HostFunction(
        "func crossEntropies(logProbabilities: Tensor, labels: [Int], options: LossOptions = LossOptions()) -> Tensor"
      ) { (logProbabilities: Tensor, labels: [Int], options: LossOptions) in
        try crossEntropies(logProbabilities: logProbabilities, labels: labels, options: options)
      },
      HostFunction(
        "func crossEntropyGradient(logits: Tensor, labels: [Int], options: LossOptions = LossOptions()) -> Tensor"
      ) { (logits: Tensor, labels: [Int], options: LossOptions) in
        try crossEntropyGradient(logits: logits, labels: labels, options: options)
      },
      HostFunction(
        "func crossEntropyGradient(logits: Tensor, labels: Tensor, options: LossOptions = LossOptions()) -> Tensor"
      ) { (logits: Tensor, labels: Tensor, options: LossOptions) in
        try crossEntropyGradient(logits: logits, labels: labels, options: options)
      },
      HostFunction(
        "func crossEntropyWithGradient(logits: Tensor, labels: [Int]) -> ValueWithGradient<Tensor>"
      ) { (logits: Tensor, labels: [Int]) in
        FoundGradient(try crossEntropyWithGradient(logits: logits, labels: labels))
      },
      HostFunction(
        "func binaryCrossEntropy(logits: Tensor, labels: Tensor, reduction: LossReduction = .mean) -> Double"
      ) { (logits: Tensor, labels: Tensor, reduction: LossReduction) in
        try binaryCrossEntropy(logits: logits, labels: labels, reduction: reduction)
      },
      HostFunction(
        "func binaryCrossEntropy(probabilities: Tensor, labels: Tensor, reduction: LossReduction = .mean) -> Double"
      ) { (probabilities: Tensor, labels: Tensor, reduction: LossReduction) in
        try binaryCrossEntropy(probabilities: probabilities, labels: labels, reduction: reduction)
      },
      HostFunction(
        "func binaryCrossEntropyGradient(logits: Tensor, labels: Tensor, reduction: LossReduction = .mean) -> Tensor"
      ) { (logits: Tensor, labels: Tensor, reduction: LossReduction) in
        try binaryCrossEntropyGradient(logits: logits, labels: labels, reduction: reduction)
      },
      HostFunction("func meanSquaredError(predictions: Tensor, targets: Tensor) -> Double") {
        (predictions: Tensor, targets: Tensor) in
        try meanSquaredError(predictions: predictions, targets: targets)
      },
      HostFunction(settable: "var classWeights: Tensor? { get set }", \LossOptions.classWeights),
      HostFunction(settable: "var smoothing: Double { get set }", \LossOptions.smoothing),
      HostFunction(settable: "var ignoredLabel: Int? { get set }", \LossOptions.ignoredLabel),
      HostFunction(settable: "var reduction: LossReduction { get set }", \LossOptions.reduction),
      HostFunction(
        "init(classWeights: Tensor? = nil, smoothing: Double = 0, ignoredLabel: Int? = nil, reduction: LossReduction = .mean)",
        of: "LossOptions"
      ) {
        (classWeights: Tensor?, smoothing: Double, ignoredLabel: Int?, reduction: LossReduction) in
        LossOptions(
          classWeights: classWeights,
          smoothing: smoothing,
          ignoredLabel: ignoredLabel,
          reduction: reduction
        )
      },
    ] + HostFunction.cases(["mean": LossReduction.mean, "sum": LossReduction.sum])
  )
}
