import Engine
import Script

/// Returns what changes the shape of tensors, joins them and takes them apart.
func tensorShapes() -> [HostFunction] {
  [
    HostFunction(method: "func reshaped(_ shape: [Int]) -> Tensor", Tensor.reshaped(_:)),
    HostFunction("func flattened() -> Tensor", of: "Tensor") { (x: Tensor) in x.flattened() },
    HostFunction(method: "func transposed(_ axes: [Int]) -> Tensor", Tensor.transposed(_:)),
    HostFunction("func transposed() -> Tensor", of: "Tensor") { (x: Tensor) in x.transposed() },
    HostFunction(method: "func expandingShape(at axis: Int) -> Tensor", Tensor.expandingShape(at:)),
    HostFunction("func squeezed() -> Tensor", of: "Tensor") { (x: Tensor) in x.squeezed() },
    HostFunction(method: "func squeezed(at axis: Int) -> Tensor", Tensor.squeezed(at:)),
    HostFunction("func concatenate(_ tensors: [Tensor], axis: Int = 0) -> Tensor") {
      (tensors: [Tensor], axis: Int) in try concatenate(tensors, axis: axis)
    },
    HostFunction("func stack(_ tensors: [Tensor], axis: Int = 0) -> Tensor") {
      (tensors: [Tensor], axis: Int) in try stack(tensors, axis: axis)
    },
    HostFunction(
      method: "func split(sizes: [Int], axis: Int = 0) -> [Tensor]",
      Tensor.split(sizes:axis:)
    ),
    HostFunction(method: "func tiled(_ counts: [Int]) -> Tensor", work: .tiles, Tensor.tiled(_:)),
    HostFunction(
      method: "func slice(axis: Int = 0, _ range: Range<Int>) -> Tensor",
      Tensor.slice(axis:_:)
    ),
    HostFunction(
      method: "func slice(axis: Int = 0, at index: Int) -> Tensor",
      Tensor.slice(axis:at:)
    ),
    HostFunction(method: "func row(_ index: Int) -> Tensor", Tensor.row(_:)),
    HostFunction(method: "func column(_ index: Int) -> Tensor", Tensor.column(_:)),
    HostFunction(method: "func rows(_ range: Range<Int>) -> Tensor", Tensor.rows(_:)),
    HostFunction(method: "func columns(_ range: Range<Int>) -> Tensor", Tensor.columns(_:)),
  ]
}
