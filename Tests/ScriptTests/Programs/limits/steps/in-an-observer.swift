struct Level {
  var value = 0 {
    didSet { while value < 10 { _ = oldValue } }
  }
}
var level = Level()
level.value = 5
