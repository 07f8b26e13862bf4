struct Box { var value: Int }
func doubled(_ box: Box) -> Box {
  var box = box
  box.value *= 2
  return box
}
let a = Box(value: 21)
print(doubled(a).value, a.value)
