// swift-format-ignore-file
let t = (1, 2)
print(t.2)
