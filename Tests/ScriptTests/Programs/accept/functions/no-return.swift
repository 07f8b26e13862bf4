// swift-format-ignore-file
func hello(_ name: String) { print("Hello, \(name)") }
hello("Ann")
let nothing: Void = hello("Bob")
