import Foundation

let text = String(repeating: "abc ", count: 100_000)
while text.replacingOccurrences(of: "b", with: "d").count == text.count {}
