// A network's parameters by name, its layers as values, and its table.

extension Network {
  /// Where a parameter lies in the network's vector.
  struct Slot {
    let name: String
    let layer: Int
    let offset: Int
    let shape: [Int]

    var range: Range<Int> { offset..<offset + shape.reduce(1, *) }
  }

  /// The place of each parameter.
  var slots: [Slot] {
    var slots: [Slot] = []
    var (denseCount, normCount) = (0, 0)
    for (index, layer) in plan.enumerated() {
      func add(_ name: String, _ offset: Int, _ shape: [Int]) {
        slots.append(Slot(name: name, layer: index, offset: offset, shape: shape))
      }
      switch layer {
      case .dense(let inputs, let outputs, let weights, let bias):
        denseCount += 1
        add("W\(denseCount)", weights, [outputs, inputs])
        if let bias { add("b\(denseCount)", bias, [outputs, 1]) }
      case .batchNorm(let features, _, let gamma, let beta):
        normCount += 1
        add("gamma\(normCount)", gamma, [features, 1])
        add("beta\(normCount)", beta, [features, 1])
      case .activation, .dropout, .softmax:
        break
      }
    }
    return slots
  }

  /// The names of all parameters, in the order of the layers.
  public var parameterNames: [String] { slots.map(\.name) }

  /// Returns a parameter.
  ///
  /// - Parameter name: Its name, such as `W1` or `gamma2`.
  /// - Returns: Its value.
  /// - Throws: `EngineError.unknownName`.
  @_disfavoredOverload
  public func parameter(named name: String) throws(EngineError) -> Tensor {
    let slot = try slot(named: name)
    return Tensor(unchecked: Array(parameters.elements[slot.range]), shape: slot.shape)
  }

  /// Changes a parameter.
  ///
  /// - Parameters:
  ///   - value: The new value, of the same number of elements.
  ///   - name: The parameter's name, such as `W1` or `gamma2`.
  /// - Throws: `EngineError.unknownName`, or `.shapesDiffer`.
  @_disfavoredOverload
  public mutating func setParameter(_ value: Tensor, named name: String) throws(EngineError) {
    let slot = try slot(named: name)
    guard value.count == slot.range.count else {
      throw .shapesDiffer(operation: name, expected: slot.shape, found: value.shape)
    }
    parameters.elements.replaceSubrange(slot.range, with: value.elements)
  }

  /// Changes all parameters.
  ///
  /// - Parameter vector: The new values, in the order of `parameters`.
  /// - Throws: `EngineError.shapesDiffer`.
  @_disfavoredOverload
  public mutating func setParameters(_ vector: Tensor) throws(EngineError) {
    guard vector.shape == parameters.shape else {
      throw .shapesDiffer(
        operation: "setParameters",
        expected: parameters.shape,
        found: vector.shape
      )
    }
    parameters = vector
  }

  /// The layers with their present parameters.
  public var layers: [Layer] {
    let values = parameters.elements
    return plan.map { layer in
      switch layer {
      case .dense(let inputs, let outputs, let weights, let bias):
        .dense(
          Dense(
            weights: Tensor(
              unchecked: Array(values[weights..<weights + inputs * outputs]),
              shape: [outputs, inputs]
            ),
            bias: bias.map {
              Tensor(unchecked: Array(values[$0..<$0 + outputs]), shape: [outputs, 1])
            },
            biasUse: bias == nil ? .never : .always,
            isUndrawn: false
          )
        )
      case .batchNorm(let features, let norm, let gamma, let beta):
        .batchNorm(
          norms[norm].with(
            gamma: Array(values[gamma..<gamma + features]),
            beta: Array(values[beta..<beta + features])
          )
        )
      case .activation(let activation, _): .activation(activation)
      case .dropout(let dropout, _): .dropout(dropout)
      case .softmax: .softmax
      }
    }
  }

  private func slot(named name: String) throws(EngineError) -> Slot {
    let slots = slots
    guard let slot = slots.first(where: { $0.name == name }) else {
      throw .unknownName(name: name, known: slots.map(\.name))
    }
    return slot
  }
}

extension BatchNorm {
  func with(gamma: [Double], beta: [Double]) -> BatchNorm {
    var copy = self
    copy.gamma.elements = gamma
    copy.beta.elements = beta
    return copy
  }
}

extension Network: CustomStringConvertible {
  /// A table of the layers, their output shapes for `m` examples, and their parameters' shapes.
  public var description: String {
    let slots = slots
    var rows: [[String]] = []
    for (index, (layer, planned)) in zip(layers, plan).enumerated() {
      let own = slots.filter { $0.layer == index }
      rows.append([
        layer.name, "[\(planned.outputCount), m]",
        own.map { "\($0.name) \($0.shape)" }.joined(separator: ", "),
        "\(own.reduce(0) { $0 + $1.range.count })",
      ])
    }
    rows.append(["total", "", "", "\(parameterCount)"])
    return TextTable(
      header: ["layer", "output", "parameters", "count"],
      rows: rows,
      alignment: .left
    ).description
  }
}
