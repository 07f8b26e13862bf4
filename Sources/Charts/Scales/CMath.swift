#if canImport(Glibc)
import Glibc
#elseif canImport(Musl)
import Musl
#elseif canImport(Darwin)
import Darwin
#endif

// The C library's functions on one number, imported in this file alone.

func cLog10(_ x: Double) -> Double { log10(x) }
func cExp10(_ x: Double) -> Double { pow(10, x) }
func cHypot(_ x: Double, _ y: Double) -> Double { hypot(x, y) }
