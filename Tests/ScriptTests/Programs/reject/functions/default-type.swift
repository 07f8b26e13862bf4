// swift-format-ignore-file
func f(_ n: Int = "one") {}
