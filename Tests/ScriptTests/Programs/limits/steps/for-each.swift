var sum = 0
// swift-format-ignore: ReplaceForEachWithForLoop
(0..<Int.max).forEach { sum &+= $0 }
