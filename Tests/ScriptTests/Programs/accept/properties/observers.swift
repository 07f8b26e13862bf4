struct Meter {
  var value = 0 {
    willSet { print("from \(value) to \(newValue)") }
    didSet { print("was \(oldValue), is \(value)") }
  }
}
var m = Meter()
m.value = 3
m.value += 4
