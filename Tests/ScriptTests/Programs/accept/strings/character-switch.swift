// swift-format-ignore-file
func kind(_ c: Character) -> String {
  switch c {
  case "a", "e", "i", "o", "u": return "vowel"
  case "a"..."z": return "consonant"
  case "0"..."9": return "digit"
  case " ": return "space"
  default: return "other"
  }
}
for c in "Hi, a7z" { print(c, kind(c)) }
let grade: Character = "b"
switch grade {
case "a"..<"c": print("good")
default: print("fair")
}
