struct Panel {
  var lamps = [true, false]
  var main: Bool? = true
}
var panel = Panel()
panel.lamps[1].toggle()
panel.main?.toggle()
var flag = false
flag.toggle()
let flip = { flag.toggle() }
flip()
print(panel.lamps, panel.main ?? true, flag)
