import Engine
import Script

/// Returns the arithmetic of tensors.
func tensorArithmetic() -> [HostFunction] {
  [
    HostFunction(
      "static func + (left: Tensor, right: Tensor) -> Tensor",
      of: "Tensor",
      work: .broadcast
    ) { (left: Tensor, right: Tensor) in try left + right },
    HostFunction("static func + (left: Tensor, right: Double) -> Tensor", of: "Tensor") {
      (left: Tensor, right: Double) in left + right
    },
    HostFunction("static func + (left: Double, right: Tensor) -> Tensor", of: "Tensor") {
      (left: Double, right: Tensor) in left + right
    },
    HostFunction(
      "static func - (left: Tensor, right: Tensor) -> Tensor",
      of: "Tensor",
      work: .broadcast
    ) { (left: Tensor, right: Tensor) in try left - right },
    HostFunction("static func - (left: Tensor, right: Double) -> Tensor", of: "Tensor") {
      (left: Tensor, right: Double) in left - right
    },
    HostFunction("static func - (left: Double, right: Tensor) -> Tensor", of: "Tensor") {
      (left: Double, right: Tensor) in left - right
    },
    HostFunction(
      "static func * (left: Tensor, right: Tensor) -> Tensor",
      of: "Tensor",
      work: .broadcast
    ) { (left: Tensor, right: Tensor) in try left * right },
    HostFunction("static func * (left: Tensor, right: Double) -> Tensor", of: "Tensor") {
      (left: Tensor, right: Double) in left * right
    },
    HostFunction("static func * (left: Double, right: Tensor) -> Tensor", of: "Tensor") {
      (left: Double, right: Tensor) in left * right
    },
    HostFunction(
      "static func / (left: Tensor, right: Tensor) -> Tensor",
      of: "Tensor",
      work: .broadcast
    ) { (left: Tensor, right: Tensor) in try left / right },
    HostFunction("static func / (left: Tensor, right: Double) -> Tensor", of: "Tensor") {
      (left: Tensor, right: Double) in left / right
    },
    HostFunction("static func / (left: Double, right: Tensor) -> Tensor", of: "Tensor") {
      (left: Double, right: Tensor) in left / right
    },
    HostFunction("static prefix func - (tensor: Tensor) -> Tensor", of: "Tensor") {
      (tensor: Tensor) in -tensor
    },
    HostFunction(mutating: "static func += (left: inout Tensor, right: Tensor)", work: .broadcast) {
      (left: inout Tensor, right: Tensor) in
      try left += right
      return Nothing()
    },
    HostFunction(mutating: "static func += (left: inout Tensor, right: Double)") {
      (left: inout Tensor, right: Double) in
      left += right
      return Nothing()
    },
    HostFunction(mutating: "static func -= (left: inout Tensor, right: Tensor)", work: .broadcast) {
      (left: inout Tensor, right: Tensor) in
      try left -= right
      return Nothing()
    },
    HostFunction(mutating: "static func -= (left: inout Tensor, right: Double)") {
      (left: inout Tensor, right: Double) in
      left -= right
      return Nothing()
    },
    HostFunction(mutating: "static func *= (left: inout Tensor, right: Tensor)", work: .broadcast) {
      (left: inout Tensor, right: Tensor) in
      try left *= right
      return Nothing()
    },
    HostFunction(mutating: "static func *= (left: inout Tensor, right: Double)") {
      (left: inout Tensor, right: Double) in
      left *= right
      return Nothing()
    },
    HostFunction(mutating: "static func /= (left: inout Tensor, right: Tensor)", work: .broadcast) {
      (left: inout Tensor, right: Tensor) in
      try left /= right
      return Nothing()
    },
    HostFunction(mutating: "static func /= (left: inout Tensor, right: Double)") {
      (left: inout Tensor, right: Double) in
      left /= right
      return Nothing()
    },
  ]
}
