import CKernels

// The loops of the optimizers. Shapes are known to agree.

/// The constants of a step of momentum.
struct MomentumStep {
  let rate: Double
  let l2: Double
  /// The weight of the old average.
  let beta: Double
  /// The weight of the new gradient.
  let weight: Double
  let lookAhead: LookAhead

  /// Whether the step is the average, or what the average will be one gradient later.
  enum LookAhead {
    case none
    case oneStep
  }
}

/// The constants of a step that is divided by the root of a mean or sum of squares.
struct ScaledStep {
  let rate: Double
  let l2: Double
  /// The weight of the old squares.
  let beta: Double
  /// The weight of the new square.
  let weight: Double
  let epsilon: Double
}

extension kernel_adam_step {
  /// The constants of step `stepCount`, counted from 1; `nil` leaves the averages as they are.
  init(
    rate: Double,
    l2: Double,
    beta1: Double,
    beta2: Double,
    epsilon: Double,
    shrinkage: Double,
    stepCount: Int?
  ) {
    self.init(
      rate: rate,
      l2: l2,
      beta1: beta1,
      beta2: beta2,
      epsilon: epsilon,
      shrinkage: shrinkage,
      average_weight: stepCount.map { 1 - cPow(beta1, Double($0)) } ?? 1,
      square_weight: stepCount.map { 1 - cPow(beta2, Double($0)) } ?? 1
    )
  }
}

/// Gradient descent.
func descend(_ parameter: inout Tensor, _ gradient: Tensor, rate: Double, l2: Double) {
  parameter.elements.withUnsafeMutableBufferPointer { w in
    gradient.elements.withUnsafeBufferPointer { gradient in
      for index in w.indices { w[index] -= rate * (gradient[index] + l2 * w[index]) }
    }
  }
}

/// Momentum, the lecture's, the classical and Nesterov's.
func descend(
  _ parameter: inout Tensor,
  _ gradient: Tensor,
  average: inout Tensor,
  _ step: MomentumStep
) {
  parameter.elements.withUnsafeMutableBufferPointer { w in
    gradient.elements.withUnsafeBufferPointer { gradient in
      average.elements.withUnsafeMutableBufferPointer { v in
        for index in w.indices {
          let g = gradient[index] + step.l2 * w[index]
          v[index] = step.beta * v[index] + step.weight * g
          switch step.lookAhead {
          case .none: w[index] -= step.rate * v[index]
          case .oneStep: w[index] -= step.rate * (g + step.beta * v[index])
          }
        }
      }
    }
  }
}

/// RMSprop and AdaGrad.
func descend(
  _ parameter: inout Tensor,
  _ gradient: Tensor,
  squares: inout Tensor,
  _ step: ScaledStep
) {
  parameter.elements.withUnsafeMutableBufferPointer { w in
    gradient.elements.withUnsafeBufferPointer { gradient in
      squares.elements.withUnsafeMutableBufferPointer { s in
        for index in w.indices {
          let g = gradient[index] + step.l2 * w[index]
          s[index] = step.beta * s[index] + step.weight * g * g
          w[index] -= step.rate * g / (s[index].squareRoot() + step.epsilon)
        }
      }
    }
  }
}

/// Adam and AdamW.
func descend(
  _ parameter: inout Tensor,
  _ gradient: Tensor,
  _ average: inout Tensor,
  _ squares: inout Tensor,
  _ step: kernel_adam_step
) {
  let count = parameter.count
  parameter.elements.withUnsafeMutableBufferPointer { w in
    gradient.elements.withUnsafeBufferPointer { g in
      average.elements.withUnsafeMutableBufferPointer { v in
        squares.elements.withUnsafeMutableBufferPointer { s in
          kernel_adam(w.baseAddress, g.baseAddress, v.baseAddress, s.baseAddress, step, count)
        }
      }
    }
  }
}
