// swift-format-ignore-file
enum E: Int {
  case a
}
let e: E = E(rawValue: 0)
