struct Unit {
  static var zero: Unit { Unit(value: 0) }
  static var one: Unit { Unit(value: 1) }
  var value: Int
}
let u: Unit = .one
print(Unit.zero.value, u.value)
