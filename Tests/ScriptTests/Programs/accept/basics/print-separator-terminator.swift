// swift-format-ignore-file
print(1, 2, 3, separator: "-")
print("a", terminator: "")
print("b", "c", separator: "", terminator: "!\n")
print()
print("end")
