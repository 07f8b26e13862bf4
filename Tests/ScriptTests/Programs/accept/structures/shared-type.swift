struct Color {
  let red, green, blue: Double
  var alpha = 1.0, name, note: String?
}
var color = Color(red: 0.2, green: 0.4, blue: 0.6)
print(color.red + color.green, color.alpha, color.name ?? "none")
color.note = "sky"
print(color)
