struct Inner { var name = "in" }
struct Outer {
  var number = 1
  var text = "a"
  var inner = Inner()
  var list = [1.5, 2]
  var maybe: Int? = 3
  var none: String?
  var pair = (1, "b")
}
print(Outer())
