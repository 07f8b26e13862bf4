struct Settings {
  var rate = 0.01
  var epochs = 10
  var name: String
}
let a = Settings(name: "first")
let b = Settings(rate: 0.1, name: "second")
let c = Settings(rate: 0.5, epochs: 3, name: "third")
for s in [a, b, c] { print(s.name, s.rate, s.epochs) }
