// swift-format-ignore-file
struct P {
  var a = 1
}
print(P.a)
