// swift-format-ignore-file
var callback: ((Int) -> Void)?
callback?(1)
callback = { print("called", $0) }
callback?(2)
