// swift-format-ignore-file
if #available(macOS 10.12) { print(1) }
