enum Value {
  case none
  case one(Int)
  case two(a: Int, b: String)
  case text(String)
}
print(Value.none, Value.one(1), Value.two(a: 2, b: "x"), Value.text("t"))
print([Value.one(3), .none])
