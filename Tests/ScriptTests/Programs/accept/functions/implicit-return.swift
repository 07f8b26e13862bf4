// swift-format-ignore-file
func greeting(for person: String) -> String { "Hello, " + person + "!" }
print(greeting(for: "Dave"))
