// swift-format-ignore-file
struct Counter {
  var count = 0
  static func zero() -> Int { count }
}
