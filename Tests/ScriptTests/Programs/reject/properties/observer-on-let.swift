// swift-format-ignore-file
struct P {
  let x = 1 { didSet { print(x) } }
}
