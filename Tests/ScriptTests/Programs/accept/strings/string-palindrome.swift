// swift-format-ignore-file
func isPalindrome(_ text: String) -> Bool {
  let letters = text.lowercased().filter { $0.isLetter }
  return letters == String(letters.reversed())
}
print(isPalindrome("A man, a plan, a canal: Panama"), isPalindrome("Swift"))
func check(_ s: Substring) -> Bool {
  guard s.count > 1 else { return true }
  return s.first == s.last && check(s.dropFirst().dropLast())
}
print(check("racecar"), check("race"))
