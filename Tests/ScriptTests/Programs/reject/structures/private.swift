// swift-format-ignore-file
struct P { private var x = 1 }
print(P().x)
