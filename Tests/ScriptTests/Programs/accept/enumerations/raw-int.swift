// swift-format-ignore-file
enum Planet: Int {
  case mercury = 1
  case venus, earth
  case mars = 10
  case jupiter
}
print(Planet.earth.rawValue, Planet.jupiter.rawValue)
print(Planet(rawValue: 2)!, Planet(rawValue: 5) == nil)
