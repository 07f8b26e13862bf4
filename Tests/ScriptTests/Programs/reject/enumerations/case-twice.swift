// swift-format-ignore-file
enum E {
  case a
  case a
}
