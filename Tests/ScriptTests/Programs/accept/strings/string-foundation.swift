// swift-format-ignore-file
import Foundation
print("a-b-c".components(separatedBy: "-"), "a--b".components(separatedBy: "-"))
print("  pad \n".trimmingCharacters(in: .whitespaces) + "|", "  pad \n".trimmingCharacters(in: .whitespacesAndNewlines) + "|")
print("one two one".replacingOccurrences(of: "one", with: "1"), "aaa".replacingOccurrences(of: "aa", with: "b"))
print("x1y22z".components(separatedBy: .decimalDigits), "(hi)".trimmingCharacters(in: CharacterSet(charactersIn: "()")))
print("ab".padding(toLength: 5, withPad: ".", startingAt: 0), "abcdef".padding(toLength: 3, withPad: " ", startingAt: 0))
let text = "find the word"
if let range = text.range(of: "the") { print(text[range], text[range.upperBound...], text[..<range.lowerBound]) }
print(text.range(of: "none") == nil)
