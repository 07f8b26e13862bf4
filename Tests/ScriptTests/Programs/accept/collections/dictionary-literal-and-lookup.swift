// swift-format-ignore-file
let capitals = ["France": "Paris", "Japan": "Tokyo"]
print(capitals["France"] ?? "?", capitals["Peru"] ?? "?")
print(capitals.count, capitals.isEmpty)
if let city = capitals["Japan"] { print("found", city) }
let none: [Int: Int] = [:]
print(none, none.count, none.isEmpty)
print([String: Double](), Dictionary<Int, Bool>())
