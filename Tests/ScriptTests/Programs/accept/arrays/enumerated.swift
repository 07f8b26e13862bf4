for (i, name) in ["x", "y", "z"].enumerated() { print("\(i): \(name)") }
let pairs = ["a", "b"].enumerated().map { "\($0.offset)\($0.element)" }
print(pairs)
