import Engine
import Script

extension Layer: EngineValue {
  static var scriptType: String { "Layer" }
}

extension Dense: EngineValue {
  static var scriptType: String { "Dense" }
}

extension Dense.BiasUse: EngineValue {
  static var scriptType: String { "Dense.BiasUse" }
}

extension DenseGradients: EngineValue {
  static var scriptType: String { "DenseGradients" }
}

extension Initialization: EngineValue {
  static var scriptType: String { "Initialization" }
}

extension Dropout: EngineValue {
  static var scriptType: String { "Dropout" }
}

extension Activation: EngineValue {
  static var scriptType: String { "Activation" }
}

extension ReLU: EngineValue {
  static var scriptType: String { "ReLU" }
}

extension Sigmoid: EngineValue {
  static var scriptType: String { "Sigmoid" }
}

extension Tanh: EngineValue {
  static var scriptType: String { "Tanh" }
}

extension Softplus: EngineValue {
  static var scriptType: String { "Softplus" }
}

extension ELU: EngineValue {
  static var scriptType: String { "ELU" }
}

extension GELU: EngineValue {
  static var scriptType: String { "GELU" }
}

extension LeakyReLU: EngineValue {
  static var scriptType: String { "LeakyReLU" }
}

extension Softmax: EngineValue {
  static var scriptType: String { "Softmax" }
}

/// Returns the layers of networks, and the builder that takes them.
func publishLayers() -> HostLibrary {
  HostLibrary(
    types: [
      HostType("NetworkBuilder"), HostType(Layer.self), HostType(Dense.self),
      HostType(Dense.BiasUse.self),
      HostType(DenseGradients.self), HostType(Initialization.self), HostType(Dropout.self),
      HostType(Activation.self), HostType(ReLU.self), HostType(Sigmoid.self), HostType(Tanh.self),
      HostType(Softplus.self), HostType(ELU.self), HostType(GELU.self), HostType(LeakyReLU.self),
      HostType(Softmax.self),
    ],
    functions: [
      HostFunction("static func dense(_ value: Dense) -> Layer", of: "Layer") { (value: Dense) in
        Layer.dense(value)
      },
      HostFunction("static func batchNorm(_ value: BatchNorm) -> Layer", of: "Layer") {
        (value: BatchNorm) in Layer.batchNorm(value)
      },
      HostFunction("static func activation(_ value: Activation) -> Layer", of: "Layer") {
        (value: Activation) in Layer.activation(value)
      },
      HostFunction("static func dropout(_ value: Dropout) -> Layer", of: "Layer") {
        (value: Dropout) in Layer.dropout(value)
      },
      HostFunction(property: "var name: String", \Layer.name),
      HostFunction("init(_ featureCount: Int)", of: "BatchNorm", work: .count(of: 8)) {
        (featureCount: Int) in try BatchNorm(featureCount)
      },
      HostFunction(property: "var weights: Tensor", \Dense.weights),
      HostFunction(property: "var bias: Tensor?", \Dense.bias),
      HostFunction(property: "var biasUse: Dense.BiasUse", \Dense.biasUse),
      HostFunction(
        "init(_ inputCount: Int, _ outputCount: Int, bias: Dense.BiasUse = .automatic)",
        of: "Dense",
        work: .area
      ) { (inputCount: Int, outputCount: Int, bias: Dense.BiasUse) in
        try Dense(inputCount, outputCount, bias: bias)
      },
      HostFunction("init(weights: Tensor, bias: Tensor? = nil)", of: "Dense") {
        (weights: Tensor, bias: Tensor?) in try Dense(weights: weights, bias: bias)
      },
      HostFunction(property: "var inputCount: Int", \Dense.inputCount),
      HostFunction(property: "var outputCount: Int", \Dense.outputCount),
      HostFunction(
        method: "func forward(_ input: Tensor) -> Tensor",
        work: .matrixProduct,
        Dense.forward(_:)
      ),
      HostFunction(
        method: "func backward(_ outputGradient: Tensor, input: Tensor) -> DenseGradients",
        Dense.backward(_:input:)
      ),
      HostFunction(property: "var input: Tensor", \DenseGradients.input),
      HostFunction(property: "var weights: Tensor", \DenseGradients.weights),
      HostFunction(property: "var bias: Tensor?", \DenseGradients.bias),
      HostFunction("static func normal(deviation: Double) -> Initialization", of: "Initialization")
      { (deviation: Double) in Initialization.normal(deviation: deviation) },
      HostFunction(
        changingLast:
          "func weights(_ shape: [Int], using generator: inout SeededGenerator) -> Tensor",
        of: "Initialization",
        work: .shape
      ) { (generator: inout SeededGenerator, initialization: Initialization, shape: [Int]) in
        try initialization.weights(shape, using: &generator)
      },
      HostFunction(property: "var keepProbability: Double", \Dropout.keepProbability),
      HostFunction("init(keepProbability: Double)", of: "Dropout") { (keepProbability: Double) in
        try Dropout(keepProbability: keepProbability)
      },
      HostFunction(
        changingLast: "func mask(_ shape: [Int], using generator: inout SeededGenerator) -> Tensor",
        of: "Dropout",
        work: .shape
      ) { (generator: inout SeededGenerator, dropout: Dropout, shape: [Int]) in
        try dropout.mask(shape, using: &generator)
      },
      HostFunction("static func leakyRelu(slope: Double) -> Activation", of: "Activation") {
        (slope: Double) in Activation.leakyRelu(slope: slope)
      },
      HostFunction(method: "func value(_ x: Double) -> Double", Activation.value(_:)),
      HostFunction(method: "func derivative(_ x: Double) -> Double", Activation.derivative(_:)),
      HostFunction("init()", of: "ReLU") { ReLU() },
      HostFunction("init()", of: "Sigmoid") { Sigmoid() },
      HostFunction("init()", of: "Tanh") { Tanh() },
      HostFunction("init()", of: "Softplus") { Softplus() },
      HostFunction("init()", of: "ELU") { ELU() },
      HostFunction("init()", of: "GELU") { GELU() },
      HostFunction(property: "var slope: Double", \LeakyReLU.slope),
      HostFunction("init(slope: Double = 0.01)", of: "LeakyReLU") { (slope: Double) in
        LeakyReLU(slope: slope)
      },
      HostFunction("init()", of: "Softmax") { Softmax() },
    ] + HostFunction.cases(["softmax": Layer.softmax])
      + HostFunction.cases([
        "automatic": Dense.BiasUse.automatic, "always": Dense.BiasUse.always,
        "never": Dense.BiasUse.never,
      ])
      + HostFunction.cases([
        "he": Initialization.he, "glorot": Initialization.glorot, "zeros": Initialization.zeros,
      ])
      + builderFunctions() + layerConversions(Layer.self) + layerConversions(Dense.self)
      + layerConversions(BatchNorm.self) + layerConversions(Dropout.self)
      + layerConversions(Activation.self) + layerConversions(ReLU.self)
      + layerConversions(Sigmoid.self) + layerConversions(Tanh.self)
      + layerConversions(Softplus.self) + layerConversions(ELU.self) + layerConversions(GELU.self)
      + layerConversions(LeakyReLU.self) + layerConversions(Softmax.self)
      + HostFunction.cases([
        "identity": Activation.identity, "relu": Activation.relu, "sigmoid": Activation.sigmoid,
        "tanh": Activation.tanh, "softplus": Activation.softplus, "elu": Activation.elu,
        "gelu": Activation.gelu,
      ])
  )
}

/// Returns what makes a layer of a value of some type, in a network's braces and elsewhere.
private func layerConversions<Part: LayerConvertible & EngineValue>(
  _ type: Part.Type
) -> [HostFunction] {
  [
    HostFunction("var layer: Layer", of: Part.scriptType) { (part: Part) in part.layer },
    HostFunction(
      "static func buildExpression(_ layer: \(Part.scriptType)) -> [Layer]",
      of: "NetworkBuilder"
    ) { (layer: Part) in NetworkBuilder.buildExpression(layer) },
  ]
}

/// Returns what collects the layers in a network's braces.
private func builderFunctions() -> [HostFunction] {
  [
    HostFunction(
      "static func buildBlock(_ layers: [Layer]...) -> [Layer]",
      of: "NetworkBuilder"
    ) { (layers: [[Layer]]) in NetworkBuilder.buildArray(layers) },
    HostFunction(
      "static func buildArray(_ layers: [[Layer]]) -> [Layer]",
      of: "NetworkBuilder"
    ) { (layers: [[Layer]]) in NetworkBuilder.buildArray(layers) },
    HostFunction(
      "static func buildOptional(_ layers: [Layer]?) -> [Layer]",
      of: "NetworkBuilder"
    ) { (layers: [Layer]?) in NetworkBuilder.buildOptional(layers) },
    HostFunction(
      "static func buildEither(first layers: [Layer]) -> [Layer]",
      of: "NetworkBuilder"
    ) { (layers: [Layer]) in NetworkBuilder.buildEither(first: layers) },
    HostFunction(
      "static func buildEither(second layers: [Layer]) -> [Layer]",
      of: "NetworkBuilder"
    ) { (layers: [Layer]) in NetworkBuilder.buildEither(second: layers) },
  ]
}
