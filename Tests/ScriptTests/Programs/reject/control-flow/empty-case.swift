// swift-format-ignore-file
let n = 3
switch n {
case 1:
default: print("other")
}
