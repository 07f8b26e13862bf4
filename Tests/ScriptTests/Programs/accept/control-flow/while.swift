// swift-format-ignore-file
var square = 0, roll = 0
while square < 25 {
  roll += 1
  if roll == 7 { roll = 1 }
  square += roll
}
print(square)
