// swift-format-ignore-file
let d = ["a": 1]
print(d["a"] + 1)
