func mean(_ numbers: Double...) -> Double {
  var total = 0.0
  for n in numbers { total += n }
  return total / Double(numbers.count)
}
print(mean(1, 2, 3, 4, 5), mean(3, 8.25, 18.75))
