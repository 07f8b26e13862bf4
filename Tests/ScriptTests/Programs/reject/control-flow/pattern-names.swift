// swift-format-ignore-file
let p = (1, 2)
switch p {
case (let x, 0), (0, let y): print("axis")
default: print("off")
}
