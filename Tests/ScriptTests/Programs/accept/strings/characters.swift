// swift-format-ignore-file
let c: Character = "é"
let mark: Character = "!"
print(c, mark, c == "é", c != mark, "a" as Character)
let all: [Character] = ["C", "a", "t"]
print(all, String(all), all.count)
var word = String(c)
word.append(mark)
word.append("?")
print(word, Character("z"), c < "z")
let pair: (Character, Int) = ("q", 1)
print(pair)
print(Optional(c) as Any)
