// swift-format-ignore-file
import Foundation
let values = [2.5, -2.5, 3.5, 0.4, -0.6]
print(values.map { $0.rounded() }, values.map { $0.rounded(.up) }, values.map { $0.rounded(.down) })
print(values.map { $0.rounded(.towardZero) }, values.map { $0.rounded(.toNearestOrEven) }, values.map { $0.rounded(.awayFromZero) })
print((2.345 * 100).rounded() / 100, Float(1.5).rounded(.down))
let rule = FloatingPointRoundingRule.up
print(1.1.rounded(rule), rule == .up)
