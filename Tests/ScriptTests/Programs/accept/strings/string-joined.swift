// swift-format-ignore-file
print(["a", "b", "c"].joined(), ["a", "b"].joined(separator: ", "), [String]().joined(separator: "-"))
print("a b c".split(separator: " ").joined(separator: "+"))
print(["x", "y", "z"].reversed().joined(separator: ">"))
print((1...4).map { String($0) }.joined(separator: " "), [1, 2].map(String.init).joined(separator: "/"))
print("hello".map { String($0) }.joined(separator: "."))
