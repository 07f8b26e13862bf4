// swift-format-ignore-file
for c in ["a", "Z", "7", " ", "!", "é", "+", "\n"] as [Character] {
  print(c.isLetter, c.isNumber, c.isWhitespace, c.isUppercase, c.isLowercase, c.isPunctuation, c.isSymbol, c.isNewline)
}
let digit: Character = "7"
print(digit.wholeNumberValue ?? -1, ("x" as Character).wholeNumberValue ?? -1)
print(("f" as Character).hexDigitValue!, ("f" as Character).isHexDigit, ("½" as Character).isWholeNumber)
print(digit.uppercased(), ("ß" as Character).uppercased(), ("Q" as Character).lowercased())
print(("é" as Character).isASCII, ("e" as Character).isASCII, ("5" as Character).isCased)
