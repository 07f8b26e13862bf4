// swift-format-ignore-file
func mean(_ numbers: Double...) -> Double {
  if numbers.isEmpty { return 0 }
  var total = 0.0
  for number in numbers { total += number }
  return total / Double(numbers.count)
}
print(mean(1, 2, 3, 4, 5), mean(3, 8.25, 18.75), mean())
