// swift-format-ignore-file
func f(_ a: Int) { a = 2 }
