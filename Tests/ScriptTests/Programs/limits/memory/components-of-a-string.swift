import Foundation

let text = String(repeating: ",", count: 1_000_000)
print(text.components(separatedBy: ",").count)
