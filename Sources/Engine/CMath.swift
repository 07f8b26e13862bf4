import CKernels

#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

// The C library's functions on one number, imported in this file alone; the prefix keeps them
// apart from the engine's functions of the same names on tensors.

@inline(__always) func cExp(_ x: Double) -> Double { exp(x) }
@inline(__always) func cExpm1(_ x: Double) -> Double { expm1(x) }
@inline(__always) func cLog(_ x: Double) -> Double { log(x) }
@inline(__always) func cLog1p(_ x: Double) -> Double { log1p(x) }
@inline(__always) func cTanh(_ x: Double) -> Double { tanh(x) }
@inline(__always) func cErf(_ x: Double) -> Double { erf(x) }
@inline(__always) func cErfc(_ x: Double) -> Double { erfc(x) }
@inline(__always) func cSin(_ x: Double) -> Double { sin(x) }
@inline(__always) func cCos(_ x: Double) -> Double { cos(x) }
@inline(__always) func cPow(_ x: Double, _ y: Double) -> Double { pow(x, y) }

/// Writes `x` with `decimals` digits after the point, correctly rounded from its exact value.
func fixedNotation(_ x: Double, decimals: Int) -> String {
  written(x, decimals, isScientific: false)
}

/// Writes `x` as a mantissa with `decimals` digits after the point, and a power of ten.
func scientificNotation(_ x: Double, decimals: Int) -> String {
  written(x, decimals, isScientific: true)
}

private func written(_ x: Double, _ decimals: Int, isScientific: Bool) -> String {
  // 309 digits before the point at most, and no more decimals than callers ask for.
  withUnsafeTemporaryAllocation(of: CChar.self, capacity: 330 + decimals) { text in
    let length = kernel_write_number(
      text.baseAddress,
      text.count,
      isScientific,
      Int32(decimals),
      x
    )
    return String(
      decoding: UnsafeRawBufferPointer(rebasing: UnsafeRawBufferPointer(text)[..<Int(length)]),
      as: UTF8.self
    )
  }
}
