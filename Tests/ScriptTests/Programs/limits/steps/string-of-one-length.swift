var text = "abc"
while text.count == 3 { text = String(text.dropFirst()) + "x" }
