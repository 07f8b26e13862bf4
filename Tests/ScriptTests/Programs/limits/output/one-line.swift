for i in 0..<Int.max { print(i, terminator: " ") }
