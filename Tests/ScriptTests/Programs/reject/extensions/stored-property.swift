struct P { var y = 2 }
extension P {
  var x = 1
}
print(P().y)
