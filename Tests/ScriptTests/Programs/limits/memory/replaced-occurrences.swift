import Foundation

let text = String(repeating: "a", count: 1_000_000)
let grown = text.replacingOccurrences(of: "a", with: text)
print(grown.count)
