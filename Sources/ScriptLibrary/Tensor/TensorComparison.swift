import Engine
import Script

/// Returns the comparison of tensors, element by element and as a whole.
func tensorComparison() -> [HostFunction] {
  [
    HostFunction(
      "static func .== (left: Tensor, right: Tensor) -> Tensor",
      of: "Tensor",
      work: .broadcast
    ) { (left: Tensor, right: Tensor) in try left .== right },
    HostFunction("static func .== (left: Tensor, right: Double) -> Tensor", of: "Tensor") {
      (left: Tensor, right: Double) in left .== right
    },
    HostFunction(
      "static func .!= (left: Tensor, right: Tensor) -> Tensor",
      of: "Tensor",
      work: .broadcast
    ) { (left: Tensor, right: Tensor) in try left .!= right },
    HostFunction("static func .!= (left: Tensor, right: Double) -> Tensor", of: "Tensor") {
      (left: Tensor, right: Double) in left .!= right
    },
    HostFunction(
      "static func .< (left: Tensor, right: Tensor) -> Tensor",
      of: "Tensor",
      work: .broadcast
    ) { (left: Tensor, right: Tensor) in try left .< right },
    HostFunction("static func .< (left: Tensor, right: Double) -> Tensor", of: "Tensor") {
      (left: Tensor, right: Double) in left .< right
    },
    HostFunction(
      "static func .<= (left: Tensor, right: Tensor) -> Tensor",
      of: "Tensor",
      work: .broadcast
    ) { (left: Tensor, right: Tensor) in try left .<= right },
    HostFunction("static func .<= (left: Tensor, right: Double) -> Tensor", of: "Tensor") {
      (left: Tensor, right: Double) in left .<= right
    },
    HostFunction(
      "static func .> (left: Tensor, right: Tensor) -> Tensor",
      of: "Tensor",
      work: .broadcast
    ) { (left: Tensor, right: Tensor) in try left .> right },
    HostFunction("static func .> (left: Tensor, right: Double) -> Tensor", of: "Tensor") {
      (left: Tensor, right: Double) in left .> right
    },
    HostFunction(
      "static func .>= (left: Tensor, right: Tensor) -> Tensor",
      of: "Tensor",
      work: .broadcast
    ) { (left: Tensor, right: Tensor) in try left .>= right },
    HostFunction("static func .>= (left: Tensor, right: Double) -> Tensor", of: "Tensor") {
      (left: Tensor, right: Double) in left .>= right
    },
    HostFunction(
      method:
        "func isClose(to other: Tensor, relative: Double = 1e-9, absolute: Double = 1e-12) -> Bool",
      Tensor.isClose(to:relative:absolute:)
    ),
  ]
}
