// swift-format-ignore-file
let maybe: Character? = "a"
let none: Int? = nil
let c: Character = "a"
print(c == maybe, maybe == c, 3 == none, none != 3, "x" == "xyz".first.map { String($0) })
if c == maybe { print("same") }
