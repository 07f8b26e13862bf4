// swift-format-ignore-file
func unless(_ condition: @autoclosure () -> Bool, _ text: String) { if !condition() { print(text) } }
func expensive() -> Bool { print("evaluated"); return false }
unless(expensive(), "ran")
func either(_ a: Bool, _ b: @autoclosure () -> Bool) -> Bool { a ? true : b() }
print(either(true, expensive()), either(false, expensive()))
