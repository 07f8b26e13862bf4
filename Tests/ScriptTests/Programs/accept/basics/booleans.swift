// swift-format-ignore-file
let a = true, b = false
print(a && b, a || b, !a, a != b)
if a { print("yes") } else { print("no") }
