// swift-format-ignore-file
let s = "abc"
print(s[0])
