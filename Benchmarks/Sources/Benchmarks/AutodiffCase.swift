import Engine
import Foundation

/// 1000 steps w -= 0.01 dJ/dw from 0, with J = w·w - 10w + 25 and dJ/dw found anew each time.
func autodiffCase() -> Case {
  let (steps, rate) = (1000, 0.01)
  let descend = {
    var w = 0.0
    for _ in 0..<steps {
      w -= rate * (try gradient(at: w) { w in try w * w - 10 * w + 25 })
    }
    return w
  }
  return Case(
    name: "autodiff_1000steps",
    run: { _ = try descend() },
    check: {
      let expected = 5 * (1 - pow(1 - 2 * rate, Double(steps)))
      try require(abs(try descend() - expected) <= 1e-10 * 5, "w is \(try descend())")
      return [:]
    }
  )
}
