// Appending takes a time that grows with what is appended, not with the text.
var text = ""
for i in 0..<400_000 {
  text += i % 2 == 0 ? "a" : "b"
}
let kept = text
text += "c"
print(kept.count, text.count, text.suffix(3))
