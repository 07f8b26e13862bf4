// swift-format-ignore-file
func twice(_ f: () throws -> Void) rethrows { try f(); try f() }
twice { print("hi") }
