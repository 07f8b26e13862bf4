struct Temperature {
  var celsius = 0.0
  var kelvin: Double {
    get { celsius + 273.15 }
    set(k) { celsius = k - 273.15 }
  }
}
var t = Temperature()
t.kelvin = 300
print(t.kelvin, t.celsius > 26 && t.celsius < 27)
