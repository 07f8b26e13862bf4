var text = "ab"
for _ in 0..<60 { text = "\(text), \(text)" }
print(text.count)
