// swift-format-ignore-file
let s = "a"
let c: Character = "a"
print(s == c)
