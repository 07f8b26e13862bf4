struct Square {
  var side: Double
  var area: Double {
    get { side * side }
    set { side = newValue.squareRoot() }
  }
}
var s = Square(side: 3)
print(s.area)
s.area = 16
print(s.side)
s.area += 9
print(s.side)
