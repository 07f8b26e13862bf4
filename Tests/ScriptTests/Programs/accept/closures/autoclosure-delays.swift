var line = ["a", "b", "c"]
func serve(_ next: @autoclosure () -> String) { print("serving \(next())") }
print(line.count)
serve(line.remove(at: 0))
print(line.count)
