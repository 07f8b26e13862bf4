// swift-format-ignore-file
extension Int {
  enum Kind { case negative, zero, positive }
  struct Digits { var list: [Int] = [] 
    enum Base { case ten } }
  var kind: Kind { self < 0 ? .negative : self == 0 ? .zero : .positive }
}
struct Box { enum Kind { case a }
  var kind = Kind.a }
print([1.kind, 0.kind], (-3).kind, [Int.Digits(list: [1])], [Box()], Int.Digits(), [Int.Digits.Base.ten])
print(Optional(Int.Kind.zero) as Any, ["k": Int.Kind.zero], type(of: Int.Kind.zero))
