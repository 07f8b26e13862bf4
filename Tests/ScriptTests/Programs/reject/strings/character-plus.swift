// swift-format-ignore-file
let c: Character = "a"
print(c + "b")
