enum Step: Equatable {
  case start
  case move(Int)
  case stop
}
let maybe: Step? = .start
print(maybe == .start, maybe != .move(1), .start == maybe)
let s = Step.move(3)
print(s == .move(3) ? "moves" : "stays", [Step.start, .stop].filter { $0 != .stop }.count)
func isMiddle(_ s: Step) -> Bool { s != .start && s != .stop }
print(isMiddle(s), isMiddle(.stop))
struct Clock: Equatable {
  var ticks = 0
  static let zero = Clock()
}
print(Clock() == .zero, 1.5 < .pi, Int.max == .max)
