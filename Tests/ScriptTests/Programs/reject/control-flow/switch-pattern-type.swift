// swift-format-ignore-file
let n = 3
switch n {
case "a": print("a")
default: print("other")
}
