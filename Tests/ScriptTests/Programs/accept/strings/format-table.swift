import Foundation

let rows = [("alpha", 0.001), ("beta", 0.9), ("epsilon", 1e-8)]
for (name, value) in rows {
  print(name.padding(toLength: 8, withPad: " ", startingAt: 0) + String(format: "%8.4f", value))
}
