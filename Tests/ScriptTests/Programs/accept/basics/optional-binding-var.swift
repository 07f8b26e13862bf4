// swift-format-ignore-file
let given: Int? = 3
if var count = given {
  count += 10
  print(count)
}
print(given!)
