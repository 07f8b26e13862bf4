// swift-format-ignore-file
import Foundation
extension Int {
  var factorial: Int { (1...Swift.max(1, self)).reduce(1, *) }
  func clamped(_ lo: Int, _ hi: Int) -> Int { Swift.min(Swift.max(self, lo), hi) }
  var size: Int { abs(self) }
}
extension [Double] {
  func largest(_ other: Double) -> Double { Swift.max(other, self.max() ?? other) }
}
struct S { func sqrt(_ x: Double) -> Double { Foundation.sqrt(x) + 1 }
  func print(_ x: Int) { Swift.print("S", x) } }
print(5.factorial, 12.clamped(0, 10), [1.0, 9].largest(3), S().sqrt(4), (-4).size)
Swift.print([3, 7].reduce(0, Swift.max), Swift.zip([1], [2]).map { $0 + $1 }, [1, 5].map { Swift.min($0, 3) })
S().print(3)
