// swift-format-ignore-file
func f(_ a: Int) -> Int { a }
func f(_ b: Int) -> Int { b }
