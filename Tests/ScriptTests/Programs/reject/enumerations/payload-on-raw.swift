// swift-format-ignore-file
enum E: Int {
  case a(Int)
}
