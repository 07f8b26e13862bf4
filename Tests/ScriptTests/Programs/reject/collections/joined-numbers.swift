// swift-format-ignore-file
print([true].map { _ in 1.5 }.joined())
print([true].map { _ in 1 }.joined(separator: ","))
