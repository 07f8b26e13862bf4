// swift-format-ignore-file
let x: Double = -.infinity; print(x)
var m: [Double] = [1]; m.append(-.infinity); print(m)
func f(_ x: Double = -.pi) -> Double { x }
print(f(), f(-.infinity), max(-.infinity, 2.0))
print(2.0 < -.infinity, [1.0, -.infinity], 1.0 * -.pi, -.pi * 2.0, [3.0, 1].reduce(-.infinity) { max($0, $1) }, [3.0, 1].reduce(-.infinity, max))
var best: Float = -.greatestFiniteMagnitude
best = max(best, -.leastNormalMagnitude)
let t: (Double, Int) = (-.pi, -(.max))
print(best, t)
