// swift-format-ignore-file
var welcome: String
welcome = "Hello"
let ratio: Double = 3
var red, green: Double
red = 1
green = 2
print(welcome, ratio, red + green)
