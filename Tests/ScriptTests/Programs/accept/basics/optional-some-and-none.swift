// swift-format-ignore-file
let a: Int? = .some(3)
let b: Int? = .none
print(a!, b == nil, Optional(5)!, Optional("x") ?? "y")
switch a {
case .some(let value): print("some", value)
case .none: print("none")
}
func first(_ xs: [Int]) -> Int? { xs.isEmpty ? .none : .some(xs[0]) }
print(first([]) ?? -1, first([8])!)
