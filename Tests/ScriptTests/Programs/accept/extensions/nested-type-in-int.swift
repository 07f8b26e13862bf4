extension Int {
  enum Kind { case negative, zero, positive }
  struct Pair { var low, high: Int }
  typealias Whole = Int
  var kind: Kind {
    switch self {
    case 0: .zero
    case let x where x > 0: .positive
    default: .negative
    }
  }
  var pair: Pair { Pair(low: -self, high: self) }
}
func sign(of kind: Int.Kind) -> Int {
  switch kind {
  case .negative: -1
  case .zero: 0
  case .positive: 1
  }
}
print([3, 0, -27].map { sign(of: $0.kind) }, 4.pair, Int.Kind.zero)
let kind: Int.Kind = .positive
print(kind == 5.kind, Int.Whole(3.7))
extension String {
  enum Form { case upper, lower }
  func written(_ form: Form) -> String { form == .upper ? uppercased() : lowercased() }
}
print("Softmax".written(.upper), "Softmax".written(.lower))
