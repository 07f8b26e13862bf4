// swift-format-ignore-file
let o: Int? = 1
switch o {
case let x?: print(x)
}
