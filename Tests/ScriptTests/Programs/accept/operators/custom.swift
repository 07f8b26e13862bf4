// swift-format-ignore-file
import Foundation
infix operator **: MultiplicationPrecedence
func ** (base: Double, power: Int) -> Double {
  var result = 1.0
  for _ in 0..<power { result *= base }
  return result
}
prefix operator √
prefix func √ (x: Double) -> Double { x.squareRoot() }
print(2.0 ** 10, 3 ** 2 + 1, √16)
