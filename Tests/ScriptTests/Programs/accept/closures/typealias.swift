typealias Transform = (Double) -> Double
let pipeline: [Transform] = [{ $0 + 1 }, { $0 * 2 }, sqrt2]
func sqrt2(_ x: Double) -> Double { x.squareRoot() }
print(pipeline.reduce(7.0) { $1($0) })
