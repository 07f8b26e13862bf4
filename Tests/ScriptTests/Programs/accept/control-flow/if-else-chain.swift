// swift-format-ignore-file
for temperature in [20, 90, 60] {
  if temperature <= 32 {
    print("cold")
  } else if temperature >= 86 {
    print("warm")
  } else {
    print("fine")
  }
}
