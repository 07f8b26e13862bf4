// swift-format-ignore-file
let value = 1
do {
  let value = 2
  print(value)
}
if let value = Int("3") { print(value) }
print(value)
