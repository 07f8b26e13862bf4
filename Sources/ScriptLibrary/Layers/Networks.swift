import Engine
import Script

extension Network: EngineValue {
  static var scriptType: String { "Network" }
  /// The memory of the parameters and the running averages.
  var byteCount: Int { 512 + 8 * (parameterCount + valueCount) }
}

extension ForwardPass: EngineValue {
  static var scriptType: String { "ForwardPass" }
  /// The memory of all layers' outputs, and of what a pass back needs besides.
  var byteCount: Int { 2 * values.reduce(64) { $0 + $1.byteCount } }
}

extension NetworkGradients: EngineValue {
  static var scriptType: String { "NetworkGradients" }
  /// The memory of the gradients.
  var byteCount: Int { 64 + parameters.byteCount + input.byteCount }
}

/// Returns networks and their passes.
func publishNetworks() -> HostLibrary {
  HostLibrary(
    types: [HostType(Network.self), HostType(ForwardPass.self), HostType(NetworkGradients.self)],
    functions: [
      HostFunction(property: "var parameters: Tensor", \Network.parameters),
      HostFunction(property: "var remarks: [String]", \Network.remarks),
      HostFunction(property: "var inputCount: Int", \Network.inputCount),
      HostFunction(property: "var outputCount: Int", \Network.outputCount),
      HostFunction(
        calling: """
          init(seed: Int = 0, initialization: Initialization = .he, \
          @NetworkBuilder _ layers: () -> [Layer])
          """,
        of: "Network"
      ) { (context, seed: Int, initialization: Initialization, layers: HostClosure) in
        let layers: () throws -> [Layer] = context.function(layers)
        return try Network(layers: layers(), seed: seed, initialization: initialization)
      },
      HostFunction(
        "init(layers: [Layer], seed: Int = 0, initialization: Initialization = .he)",
        of: "Network"
      ) { (layers: [Layer], seed: Int, initialization: Initialization) in
        try Network(layers: layers, seed: seed, initialization: initialization)
      },
      HostFunction(property: "var parameterCount: Int", \Network.parameterCount),
      HostFunction(property: "var parameterNames: [String]", \Network.parameterNames),
      HostFunction(
        method: "func parameter(named name: String) -> Tensor",
        Network.parameter(named:)
      ),
      HostFunction(mutating: "mutating func setParameter(_ value: Tensor, named name: String)") {
        (network: inout Network, value: Tensor, name: String) in
        try network.setParameter(value, named: name)
        return Nothing()
      },
      HostFunction(mutating: "mutating func setParameters(_ vector: Tensor)") {
        (network: inout Network, vector: Tensor) in
        try network.setParameters(vector)
        return Nothing()
      },
      HostFunction(property: "var layers: [Layer]", \Network.layers),
      HostFunction(property: "var values: [Tensor]", \ForwardPass.values),
      HostFunction(property: "var output: Tensor", \ForwardPass.output),
      HostFunction(
        mutating: """
          mutating func forward(_ input: Tensor, phase: Phase, \
          using generator: inout SeededGenerator) -> ForwardPass
          """,
        changing: 2,
        work: .pass
      ) { (network: inout Network, generator: inout SeededGenerator, input: Tensor, phase: Phase) in
        try network.forward(input, phase: phase, using: &generator)
      },
      HostFunction(
        method: "func predict(_ input: Tensor) -> Tensor",
        work: .pass,
        Network.predict(_:)
      ),
      HostFunction(
        method: "func logits(_ input: Tensor) -> Tensor",
        work: .pass,
        Network.logits(_:)
      ),
      HostFunction(
        method: "func classes(_ input: Tensor) -> [Int]",
        work: .pass,
        Network.classes(_:)
      ),
      HostFunction(
        method: "func accuracy(_ input: Tensor, labels: [Int]) -> Double",
        work: .pass,
        Network.accuracy(_:labels:)
      ),
      HostFunction(mutating: "mutating func useStatistics(of input: Tensor)", work: .pass) {
        (network: inout Network, input: Tensor) in
        try network.useStatistics(of: input)
        return Nothing()
      },
      HostFunction(property: "var parameters: Tensor", \NetworkGradients.parameters),
      HostFunction(property: "var input: Tensor", \NetworkGradients.input),
      HostFunction(
        method: "func parameter(named name: String) -> Tensor",
        NetworkGradients.parameter(named:)
      ),
      HostFunction(
        method:
          "func backward(_ outputGradient: Tensor, through pass: ForwardPass) -> NetworkGradients",
        work: .pass,
        Network.backward(_:through:)
      ),
      HostFunction(
        """
        func crossEntropyGradients(labels: [Int], through pass: ForwardPass, \
        options: LossOptions = LossOptions()) -> ValueWithGradient<NetworkGradients>
        """,
        of: "Network",
        work: .pass
      ) { (network: Network, labels: [Int], pass: ForwardPass, options: LossOptions) in
        FoundGradient(
          try network.crossEntropyGradients(labels: labels, through: pass, options: options)
        )
      },
      HostFunction(
        method: "func loss(on data: Dataset, options: LossOptions = LossOptions()) -> Double",
        work: .pass,
        Network.loss(on:options:)
      ),
      HostFunction(
        method: "func accuracy(on data: Dataset) -> Double",
        work: .pass,
        Network.accuracy(on:)
      ),
      HostFunction(
        mutating: """
          mutating func update(with optimizer: inout Optimizer, along gradients: NetworkGradients)
          """,
        changing: 0
      ) { (network: inout Network, optimizer: inout Optimizer, gradients: NetworkGradients) in
        try network.update(with: &optimizer, along: gradients)
        return Nothing()
      },
    ]
  )
}
