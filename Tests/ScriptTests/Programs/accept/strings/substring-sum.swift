// swift-format-ignore-file
let s = "hello world"
let p = s.prefix(5)
let t: String = "say " + p
print(t)
print(p + "!")
let both = s.prefix(2) + s.suffix(2)
print(both)
