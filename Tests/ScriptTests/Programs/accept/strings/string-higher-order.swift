// swift-format-ignore-file
let text = "Swift 6 rocks"
print(text.filter { $0.isLetter }, text.map { $0.isNumber ? "#" : String($0) }.joined())
print(text.contains { $0.isNumber }, text.allSatisfy { $0.isASCII }, text.first { $0.isLowercase }!)
print(text.reduce(0) { $1.isUppercase ? $0 + 1 : $0 }, text.sorted().prefix(3))
print(text.min()!, text.max()!, text.lowercased().filter { "aeiou".contains($0) })
print(zip("abc", [1, 2, 3]).map { "\($0)\($1)" }, "abc".compactMap { $0 == "b" ? nil : $0 })
print("ab".flatMap { [$0, $0] }, String("ab".flatMap { [$0, $0] }))
