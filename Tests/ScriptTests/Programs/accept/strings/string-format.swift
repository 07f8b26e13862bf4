// swift-format-ignore-file
import Foundation
print(String(format: "%.2f", 3.14159), String(format: "%5.1f|", 2.25), String(format: "%d items", 3))
print(String(format: "%03d-%+d-%x-%X-%o", 7, 5, 255, 255, 8), String(format: "%e %g", 12345.678, 0.0001))
print(String(format: "%@ is %d", "Ann", 30), String(format: "100%%"), String(format: "%-6d|%6d|", 42, 42))
print(String(format: "%08.3f", -3.5), String(format: "%ld", 5_000_000_000), String(format: "%d", 5_000_000_000))
print([0.1, 0.25].map { String(format: "%.1f", $0) }, String(format: "plain"))
