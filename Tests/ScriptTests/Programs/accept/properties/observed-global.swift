// swift-format-ignore-file
var steps = 0 {
  willSet { print("from \(steps) to \(newValue)") }
  didSet { print("was \(oldValue)") }
}
steps = 3
steps += 4
var log: [Int] = [] {
  didSet { print("count \(log.count)") }
}
log.append(2)
log[0] = 5
