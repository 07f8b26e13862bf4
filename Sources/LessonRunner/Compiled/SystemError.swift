#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// A number of `errno` in words.
struct SystemError: CustomStringConvertible {
  let code: Int32
  var description: String { String(cString: strerror(code)) }
}
