import Engine

/// The examples that the recorded networks are trained on.
struct NetworkData: GoldenRecord {
  let x, xTest: RecordedTensor
  let labels: [Int]
  let minibatch: Int

  private enum CodingKeys: String, CodingKey {
    case xTest, labels, minibatch
    case x = "X"
  }

  func check() throws {
    guard x.s == [labels.count, 4], xTest.s.last == 4 else {
      throw Mismatch("the examples have the shapes \(x.s) and \(xTest.s)")
    }
  }
}

/// Twenty steps of a network with batch norm after both hidden layers.
struct NetworkRunRecord: GoldenRecord {
  typealias Parameters = [String: RecordedTensor]

  let optimizer, schedule, act: String
  let lr0: Double
  let `init`, gradStep1: Parameters
  let loss, lr: [Double]
  let after: [String: Parameters]
  let evalSoftmaxTest: RecordedTensor

  func check() throws { throw Mismatch("no 'mlp_data' comes with the run") }

  func check(with data: NetworkData) throws {
    var network = try makeNetwork()
    let schedule = try makeSchedule()
    var optimizer = try Optimizer(rule(), learningRate: schedule.initial, l2: l2)
    let examples = try data.x.columns
    var generator = SeededGenerator(seed: 0)
    let stepsPerEpoch = data.labels.count / data.minibatch
    for (step, expected) in loss.enumerated() {
      optimizer.learningRate = schedule.learningRate(epoch: step / stepsPerEpoch)
      try require(optimizer.learningRate * rateFactor, lr[step], .golden, "rate \(step)")
      let start = step % stepsPerEpoch * data.minibatch
      let batch = start..<start + data.minibatch
      let pass = try network.forward(
        examples.columns(batch),
        phase: .training,
        using: &generator
      )
      let found = try network.crossEntropyGradients(
        labels: Array(data.labels[batch]),
        through: pass
      )
      try require(found.value, expected, .golden, "loss of step \(step)")
      if step == 0 {
        for (name, expected) in gradStep1 {
          let gradient = try found.gradient.parameter(named: NetworkRunRecord.name(name))
          try require(gradient.flattened(), expected.tensor.flattened(), .golden, "d\(name)")
        }
      }
      var parameters = network.parameters
      try optimizer.update(&parameters, along: found.gradient.parameters)
      try network.setParameters(parameters)
      if let expected = after[String(step + 1)] { try compare(network, expected, step + 1) }
    }
    try require(
      network.predict(data.xTest.columns),
      evalSoftmaxTest.columns,
      .golden,
      "softmax of the test examples"
    )
    try checkTrainer(on: data, schedule)
  }

  /// The same steps, taken by a trainer.
  private func checkTrainer(on data: NetworkData, _ schedule: LearningRateSchedule) throws {
    let plan = try TrainingPlan(
      rule(),
      schedule: schedule,
      batchSize: data.minibatch,
      order: .stored,
      l2: l2
    )
    var trainer = Trainer(try makeNetwork(), plan: plan)
    try trainer.train(
      on: Dataset(examples: data.x.columns, labels: data.labels, classCount: 3),
      epochs: loss.count * data.minibatch / data.labels.count
    )
    try require(Tensor(trainer.history.losses), Tensor(loss), .golden, "the trainer's losses")
    let rates = trainer.history.learningRates.map { $0 * rateFactor }
    try require(Tensor(rates), Tensor(lr), .golden, "the trainer's rates")
    try require(
      trainer.network.predict(data.xTest.columns),
      evalSoftmaxTest.columns,
      .golden,
      "the trainer's softmax of the test examples"
    )
  }

  private func compare(_ network: Network, _ expected: Parameters, _ step: Int) throws {
    let norms = network.layers.compactMap { layer in
      if case .batchNorm(let norm) = layer { norm } else { nil }
    }
    for (name, value) in expected {
      let norm = name.hasPrefix("1.") ? norms[0] : norms[1]
      let found =
        name.hasSuffix("running_mean")
        ? norm.runningMean
        : name.hasSuffix("running_var")
          ? norm.runningVariance
          : try network.parameter(named: NetworkRunRecord.name(name))
      try require(
        found.flattened(),
        value.tensor.flattened(),
        .golden,
        "\(name) after \(step) steps"
      )
    }
  }

  /// The engine's name of a parameter.
  private static func name(_ recorded: String) throws -> String {
    let names = [
      "0.weight": "W1", "0.bias": "b1", "1.weight": "gamma1", "1.bias": "beta1",
      "3.weight": "W2", "3.bias": "b2", "4.weight": "gamma2", "4.bias": "beta2",
      "6.weight": "W3", "6.bias": "b3",
    ]
    guard let name = names[recorded] else {
      throw Mismatch("the parameter '\(recorded)' is unknown")
    }
    return name
  }

  private func tensor(_ name: String) throws -> Tensor {
    guard let recorded = self.`init`[name] else { throw Mismatch("'\(name)' is missing") }
    return try recorded.tensor
  }

  private func makeNetwork() throws -> Network {
    func dense(_ place: String) throws -> Dense {
      let bias = try self.`init`["\(place).bias"]?.tensor
      return try Dense(weights: tensor("\(place).weight"), bias: bias)
    }
    func norm(_ place: String) throws -> BatchNorm {
      try BatchNorm(
        gamma: tensor("\(place).weight"),
        beta: tensor("\(place).bias"),
        runningMean: tensor("\(place).running_mean"),
        runningVariance: tensor("\(place).running_var"),
        variance: .sample
      )
    }
    let activations: [String: Activation] = [
      "ReLU": .relu, "Sigmoid": .sigmoid, "Tanh": .tanh, "GELU": .gelu, "ELU": .elu,
      "Softplus": .softplus, "LeakyReLU": .leakyRelu(slope: 0.01),
    ]
    guard let activation = activations[act] else { throw Mismatch("'\(act)' is unknown") }
    return try Network {
      try dense("0")
      try norm("1")
      activation
      try dense("3")
      try norm("4")
      activation
      try dense("6")
      Softmax()
    }
  }

  /// The beta in the optimizer's name, as in `rmsprop_b0.9`.
  private var beta: Double {
    optimizer.split(separator: "_").last { $0.first == "b" }
      .flatMap { Double($0.dropFirst()) } ?? 0.9
  }

  /// The records' penalty: `weight_decay=0.01` of `torch.optim.SGD`.
  private var l2: Double { optimizer.hasSuffix("_l2") ? 0.01 : 0 }

  /// The recorded rate is that of the classical form.
  private var rateFactor: Double { optimizer.hasPrefix("momentum_lecture") ? 1 - beta : 1 }

  private func rule() throws -> UpdateRule {
    let base = optimizer.split(separator: "_").prefix { $0.first != "b" && $0 != "l2" }
    switch base.joined(separator: "_") {
    case "gd": return .gradientDescent
    case "momentum_lecture": return .momentum(beta: beta)
    case "momentum_torch": return .momentum(beta: beta, form: .classical)
    case "nesterov_torch": return .nesterov(beta: beta)
    case "rmsprop": return .rmsProp(beta: beta)
    case "adam": return .adam()
    case "adamw": return .adamW()
    case "adagrad": return .adaGrad()
    default: throw Mismatch("the optimizer '\(optimizer)' is unknown")
    }
  }

  private func makeSchedule() throws -> LearningRateSchedule {
    let decay: LearningRateSchedule.Decay
    if schedule == "const" {
      decay = .constant
    } else if schedule == "inverse_time" {
      decay = .inverseTime(decay: 0.5)
    } else if schedule == "k_over_sqrt" {
      decay = .inverseSquareRoot()
    } else if schedule.hasPrefix("exp"), let base = Double(schedule.dropFirst(3)) {
      decay = .exponential(base: base)
    } else if schedule.hasPrefix("staircase"), let every = schedule.last?.wholeNumberValue {
      decay = .staircase(every: every)
    } else {
      throw Mismatch("the schedule '\(schedule)' is unknown")
    }
    return try LearningRateSchedule(lr0 / rateFactor, decay)
  }
}

/// One step of an optimizer, as a public course assignment prints it.
struct PublishedUpdateRecord: GoldenRecord {
  let name: String
  let params, grads, expected: [String: RecordedTensor]
  let printedW1: [[Double]]?

  func check() throws {
    let names = params.keys.sorted()
    var parameters = try names.map { try params[$0]?.tensor ?? Tensor([]) }
    var optimizer = try makeOptimizer()
    try optimizer.update(&parameters, along: names.map { try grads[$0]?.tensor ?? Tensor([]) })
    for (name, found) in zip(names, parameters) {
      guard let value = expected[name] else { throw Mismatch("'\(name)' is missing") }
      try require(found, value.tensor, .golden, name)
      if name == "W1", let printedW1 {
        // Eight decimals are printed.
        let halfDigit = Tolerance(relative: 0, absolute: 0.5000001e-8)
        try require(found, Tensor(printedW1), halfDigit, "the printed W1")
      }
    }
  }

  private func makeOptimizer() throws -> Optimizer {
    let rule: UpdateRule
    var step = 1
    if name.hasSuffix("gradient_descent") {
      rule = .gradientDescent
    } else if name.hasSuffix("momentum") {
      rule = .momentum()
    } else if name.hasSuffix("rmsprop") {
      rule = .rmsProp()
    } else if name.contains("adam") {
      rule = .adam()
      step = name.last?.wholeNumberValue ?? 1
    } else {
      throw Mismatch("the update '\(name)' is unknown")
    }
    return try Optimizer(rule, learningRate: 0.01)
      .resuming(from: OptimizerState(stepCount: step - 1))
  }
}
