// swift-format-ignore-file
let p = (true, false)
switch p {
case (true, _): print(1)
case (_, true): print(2)
}
