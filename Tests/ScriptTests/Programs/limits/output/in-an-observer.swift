struct Meter {
  var value = 0 { didSet { print("from", oldValue, "to", value) } }
}
var meter = Meter()
while true { meter.value += 1 }
