struct Celsius {
  let degrees: Double
  init(fahrenheit f: Double) { degrees = (f - 32) / 1.8 }
  init(_ d: Double) { degrees = d }
}
print(Celsius(fahrenheit: 212).degrees)
print(Celsius(36.6).degrees)
