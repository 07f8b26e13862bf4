// swift-format-ignore-file
let x: Int?? = 5
switch x {
case .some(.some(let v)): print("value", v)
case .some(.none): print("inner nil")
case .none: print("nil")
}
