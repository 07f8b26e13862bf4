let text = "one three five"
let long = text.split(separator: " ").filter { $0.count > 3 }
print(long)
