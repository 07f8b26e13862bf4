// swift-format-ignore-file
func f(_ x: Int?) -> String {
  switch x {
  case .none: return "none"
  case .some(let v) where v > 3: return "big \(v)"
  case .some: return "small"
  }
}
print(f(nil), f(2), f(9))
