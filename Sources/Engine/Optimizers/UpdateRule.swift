/// How an optimizer turns gradients into changes of the parameters.
///
/// `g` is the gradient, `w` a parameter, `α` the learning rate; all is element by element, and
/// averages begin at 0. The betas and epsilons are not those of batch norm.
public enum UpdateRule: Sendable, Hashable {
  /// `w -= α g`.
  case gradientDescent

  /// Gradient descent along an average of the gradients.
  ///
  /// As the lecture has it, `v = β v + (1 - β) g; w -= α v`; the classical form, which other
  /// libraries have, is `v = β v + g; w -= α v`. The lecture's form at the rate `α` is the
  /// classical one at `α (1 - β)`.
  case momentum(beta: Double = 0.9, form: MomentumForm = .lecture)

  /// Momentum that looks ahead: `v = β v + g; w -= α (g + β v)`.
  ///
  /// Another form weights the `g` of the average, as for `momentum`. (Sutskever, Martens, Dahl and
  /// Hinton, "On the importance of initialization and momentum in deep learning", 2013, in the form
  /// that takes the gradient at `w` itself.)
  case nesterov(beta: Double = 0.9, form: MomentumForm = .classical)

  /// Steps that are divided by the gradient's own size.
  ///
  /// `s = β s + (1 - β) g²; w -= α g / (√s + ε)`, epsilon outside the root.
  case rmsProp(beta: Double = 0.999, epsilon: Double = 1e-8)

  /// Momentum and RMSprop together, with averages corrected for their beginning at 0.
  ///
  /// `v = β₁ v + (1 - β₁) g; s = β₂ s + (1 - β₂) g²; w -= α v̂ / (√ŝ + ε)` in step `t`, where
  /// `v̂ = v / (1 - β₁ᵗ)` and `ŝ = s / (1 - β₂ᵗ)`. (Kingma and Ba, "Adam", 2015, algorithm 1.)
  case adam(
    beta1: Double = 0.9,
    beta2: Double = 0.999,
    epsilon: Double = 1e-8,
    biasCorrection: BiasCorrection = .applied
  )

  /// Adam with weights that also shrink by themselves: `w -= α d w` first, then as Adam.
  ///
  /// (Loshchilov and Hutter, "Decoupled weight decay regularization", 2019.)
  case adamW(
    beta1: Double = 0.9,
    beta2: Double = 0.999,
    epsilon: Double = 1e-8,
    weightDecay: Double = 0.01
  )

  /// Steps that are divided by the size of all gradients so far.
  ///
  /// `s = s + g²; w -= α g / (√s + ε)`. (Duchi, Hazan and Singer, 2011.)
  case adaGrad(epsilon: Double = 1e-10)
}

/// How momentum weights a new gradient.
public enum MomentumForm: Sendable, Hashable {
  /// By `1 - β`: an exponentially weighted average, as in the lectures.
  case lecture
  /// By 1.
  case classical
  /// By a number of its own, above 0: what PyTorch calls `1 - dampening`.
  case weighted(Double)
}

/// Whether averages that begin at 0 are divided by the weight that they have gathered.
public enum BiasCorrection: Sendable, Hashable {
  /// By `1 - βᵗ`.
  case applied
  /// By way of the rate, `α √(1 - β₂ᵗ) / (1 - β₁ᵗ)`, so that ε adds to the uncorrected root.
  ///
  /// (Kingma and Ba, the end of section 2; Keras and ONNX have it so.)
  case appliedToRate
  /// Not at all.
  case none
}

extension UpdateRule {
  /// - Throws: `EngineError.argumentOutOfRange` for the first constant that is out of its range.
  func validate() throws(EngineError) {
    switch self {
    case .gradientDescent:
      break
    case .momentum(let beta, let form), .nesterov(let beta, let form):
      try requireWeight(beta, "beta")
      if case .weighted(let weight) = form { try requirePositive(weight, "weighted") }
    case .rmsProp(let beta, let epsilon):
      try requireWeight(beta, "beta")
      try requirePositive(epsilon, "epsilon")
    case .adam(let beta1, let beta2, let epsilon, _):
      try requireWeight(beta1, "beta1")
      try requireWeight(beta2, "beta2")
      try requirePositive(epsilon, "epsilon")
    case .adamW(let beta1, let beta2, let epsilon, let weightDecay):
      try requireWeight(beta1, "beta1")
      try requireWeight(beta2, "beta2")
      try requirePositive(epsilon, "epsilon")
      try requireNotNegative(weightDecay, "weightDecay")
    case .adaGrad(let epsilon):
      try requirePositive(epsilon, "epsilon")
    }
  }
}

/// - Throws: `EngineError.argumentOutOfRange` for anything but the weight of an average.
private func requireWeight(_ value: Double, _ name: String) throws(EngineError) {
  guard value >= 0, value < 1 else {
    throw .argumentOutOfRange(argument: name, value: value, allowed: "from 0 to below 1")
  }
}

/// - Throws: `EngineError.argumentOutOfRange` for anything but a finite number above 0.
func requirePositive(_ value: Double, _ name: String) throws(EngineError) {
  guard value > 0, value.isFinite else {
    throw .argumentOutOfRange(argument: name, value: value, allowed: "finite, and above 0")
  }
}

/// - Throws: `EngineError.argumentOutOfRange` for anything but a finite number from 0 up.
func requireNotNegative(_ value: Double, _ name: String) throws(EngineError) {
  guard value >= 0, value.isFinite else {
    throw .argumentOutOfRange(argument: name, value: value, allowed: "finite, and 0 or more")
  }
}
