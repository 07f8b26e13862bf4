// swift-format-ignore-file
// What is appended is what it was before: also of the text itself.
var s = "a"
s += s
s += "b" + s
s += s + "c" + s
print(s)

var line = ""
let saved = line
for word in ["de", "fo", "gri"] {
  let old = line
  line += word + " " + String(word.count) + ";"
  print(old.count, line)
}
print(saved.isEmpty, line.count)

func tail() -> String {
  s = "changed"
  return "!"
}
s += "x" + s + tail()
print(s)

struct Note { var text = "" }
var notes = [Note(text: "n")]
notes[0].text += "<" + notes[0].text + ">"
print(notes[0].text)

// Characters, not bytes.
for text in ["", "abc", "a\r\nb", "\r", "e\u{301}x", "👩‍👩‍👧‍👦", "naïve", String(repeating: "ab", count: 40)] {
  print(text.count, terminator: " ")
}
print()
