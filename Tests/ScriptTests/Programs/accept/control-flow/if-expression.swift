// swift-format-ignore-file
let temperature = 25
let advice = if temperature <= 0 {
  "freezing"
} else if temperature >= 30 {
  "hot"
} else {
  "fine"
}
print(advice)
