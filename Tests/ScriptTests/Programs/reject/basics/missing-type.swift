// swift-format-ignore-file
var x
print(1)
