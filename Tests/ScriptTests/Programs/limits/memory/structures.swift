struct Example {
  var name: String
  var features: [Double]
}
var examples: [Example] = []
while true {
  examples.append(Example(name: "example \(examples.count)", features: [0.5, 1.5]))
}
