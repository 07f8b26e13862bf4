// swift-format-ignore: ReplaceForEachWithForLoop
(0..<Int.max).forEach { print($0) }
