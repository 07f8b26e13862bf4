enum Axis: CustomStringConvertible {
  case rows, columns
  var description: String { self == .rows ? "axis 0" : "axis 1" }
}
print(Axis.rows, "\(Axis.columns)", [Axis.rows])
