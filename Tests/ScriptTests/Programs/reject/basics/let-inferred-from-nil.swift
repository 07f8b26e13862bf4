// swift-format-ignore-file
let n = nil
