/// The memory in which a network trains: every value and gradient on the way through its layers.
///
/// One workspace serves all minibatches of a network, up to the size it was made for, so that a step
/// of training asks for no memory. It keeps nothing that a later step depends on.
public struct Workspace: Sendable {
  /// The gradient of the last step's loss in the network's `parameters`.
  public internal(set) var gradient: Tensor

  /// How many examples a minibatch may have.
  public let capacity: Int

  /// All values, layer by layer; see `places`.
  var memory: [Double]

  /// Where each layer keeps its values.
  let places: [Place]

  /// Where the minibatch itself lies.
  let input = 0

  /// Where the losses of the examples lie.
  let losses: Int

  /// Where the gradient that is on its way back lies, and where the next one goes.
  let gradients: (Int, Int)

  /// The labels of the minibatch.
  var labels: [Int]

  /// The offsets in a workspace's memory of what a layer computes.
  struct Place: Sendable {
    /// The output, `[outputs, examples]`; the input's own place for a layer that passes it on.
    let output: Int
    /// For batch norm, the mean, the variance and 1 / √(σ² + ε) of each row; for dropout, the mask.
    let aside: Int
  }

  /// Creates the memory for minibatches of a network.
  ///
  /// - Parameters:
  ///   - network: The network.
  ///   - capacity: How many examples a minibatch may have.
  /// - Throws: `EngineError.argumentOutOfRange` when `capacity` is below 1, or `.tensorTooLarge`.
  @_disfavoredOverload
  public init(for network: Network, capacity: Int) throws(EngineError) {
    guard capacity >= 1 else {
      throw .argumentOutOfRange(argument: "capacity", value: Double(capacity), allowed: "1 or more")
    }
    var end = network.inputCount * capacity
    var widest = network.inputCount
    var places: [Place] = []
    for layer in network.plan {
      let size = layer.outputCount * capacity
      widest = max(widest, layer.outputCount)
      places.append(Place(output: end, aside: end + size))
      end += size
      switch layer {
      case .batchNorm(let features, _, _, _): end += 3 * features
      case .dropout: end += size
      case .dense, .activation, .softmax: break
      }
      _ = try Tensor.elementCount(of: [end])
    }
    losses = end
    gradients = (end + capacity, end + capacity + widest * capacity)
    let count = end + capacity + 2 * widest * capacity
    _ = try Tensor.elementCount(of: [count])
    memory = [Double](repeating: 0, count: count)
    labels = [Int](repeating: 0, count: capacity)
    gradient = Tensor([Double](repeating: 0, count: network.parameterCount))
    self.capacity = capacity
    self.places = places
  }
}
