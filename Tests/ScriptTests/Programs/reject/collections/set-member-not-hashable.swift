// swift-format-ignore-file
struct P { var x: Int }
let s: Set<P> = []
