struct Volume {
  var level = 5 {
    didSet { if level > 10 { level = 10 } }
  }
}
var v = Volume()
v.level = 50
print(v.level)
v.level = 7
print(v.level)
