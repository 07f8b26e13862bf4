// swift-format-ignore-file
enum Shape {
  case circle(Double)
}
let s: Shape = .circle
