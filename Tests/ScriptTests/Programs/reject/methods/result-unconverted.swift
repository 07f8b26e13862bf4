// swift-format-ignore-file
struct Counter {
  func half() -> Double { 1.5 }
}
let n: Int = Counter().half()
