struct Layer {
  var units: Int
  var parameters: Int { units * 10 }
}
var layers = [Layer(units: 3), Layer(units: 4)]
for i in layers.indices { layers[i].units *= 2 }
print(layers.map { $0.units }, layers.map { $0.parameters })
