// swift-format-ignore-file
var n = 5
repeat { print(n, terminator: " "); n -= 2 } while n > 0
repeat { print("once") } while false
