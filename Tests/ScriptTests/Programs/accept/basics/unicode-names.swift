// swift-format-ignore-file
let π = 3.14159
let 你好 = "hello"
print(π, 你好)
