// swift-format-ignore-file
import Foundation
print(8.0.exponent, 10.0.significand, 1.0.ulp, 1.0.nextUp, 1.0.nextDown, (0.1).bitPattern)
print((-0.0).sign, 3.0.sign, (-2.0).sign == .minus, 0.0.isZero, 5e-324.isSubnormal, 1.0.isNormal)
print(Double.leastNonzeroMagnitude, Double.greatestFiniteMagnitude, Double.ulpOfOne, Double.zero)
print(7.5.remainder(dividingBy: 2), 7.5.truncatingRemainder(dividingBy: 2))
print(Double.minimum(1, .nan), Double.maximum(2, 3), Double(bitPattern: 4614253070214989087), Double(exactly: 7)!)
print(Float(0.1).ulp, Float(3).nextUp, Float(bitPattern: 1078530011), Float.pi.bitPattern)
print(Double.nan == Double.nan, Double.infinity > 1e308, -Double.infinity, (1 / 0.0).isInfinite)
print(2.0.squareRoot(), (-3.5).magnitude, 1e16, 1e-5, 123456789.0, 0.1 + 0.2)
