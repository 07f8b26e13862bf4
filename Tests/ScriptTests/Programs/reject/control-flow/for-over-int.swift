// swift-format-ignore-file
for i in 5 { print(i) }
