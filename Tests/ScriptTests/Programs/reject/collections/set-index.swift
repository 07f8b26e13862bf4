// swift-format-ignore-file
let s: Set = [1, 2]
print(s[0])
