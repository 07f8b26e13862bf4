// swift-format-ignore-file
let names = ["Anna", "Alex", "Brian"]
for name in names { print("Hello, \(name)!") }
for (index, name) in names.enumerated() { print(index, name) }
