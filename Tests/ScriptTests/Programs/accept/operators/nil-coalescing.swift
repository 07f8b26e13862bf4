// swift-format-ignore-file
let defaultColor = "red"
var userColor: String?
print(userColor ?? defaultColor)
userColor = "green"
print(userColor ?? defaultColor)
let a: Int? = nil, b: Int? = nil
print(a ?? b ?? 3)
