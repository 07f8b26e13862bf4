// swift-format-ignore-file
let c: Character = 5
