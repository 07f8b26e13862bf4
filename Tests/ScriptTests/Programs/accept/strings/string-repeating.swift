// swift-format-ignore-file
print(String(repeating: "ab", count: 3), String(repeating: "-" as Character, count: 4), String(repeating: "x", count: 0).isEmpty)
print(String(), String().isEmpty, String(3), String(2.5), String(true), String("s"))
print(String(describing: [1]), String(reflecting: "q"), String(describing: "q"))
