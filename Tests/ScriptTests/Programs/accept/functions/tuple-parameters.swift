// swift-format-ignore-file
func norm(_ p: (x: Double, y: Double)) -> Double { (p.x * p.x + p.y * p.y).squareRoot() }
import Foundation
print(norm((3, 4)), norm((x: 6, y: 8)))
