// A whole number is a Double where only that has the member.
extension Double {
  var km: Double { self * 1_000 }
  func plus(_ other: Double) -> Double { self + other }
}
let marathon = 42.km + 195
print(marathon, 3.km, (-2).km, (1 + 2).km, 5.plus(1))
extension Int {
  var half: Int { self / 2 }
}
print(7.half, 7.half.description, 7.isMultiple(of: 7))
