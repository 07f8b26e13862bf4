// swift-format-ignore-file
let text = "42"
if let value = Int(text) {
  print("value", value)
} else {
  print("no value")
}
if let value = Int("x") { print(value) } else { print("none") }
let maybe: Int? = 7
if let maybe { print(maybe + 1) }
