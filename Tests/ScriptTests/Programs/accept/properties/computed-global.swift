// swift-format-ignore-file
var width = 3
var height = 4
var area: Int { width * height }
print(area)
width = 10
print(area)
var celsius = 20.0
var fahrenheit: Double {
  get { celsius * 9 / 5 + 32 }
  set { celsius = (newValue - 32) * 5 / 9 }
}
print(fahrenheit)
fahrenheit = 212
print(celsius)
fahrenheit += 18
print(celsius)
