// swift-format-ignore-file
let bytes: [UInt8] = [72, 105]
print(String(decoding: bytes, as: UTF8.self))
print(String(decoding: "abc".utf8, as: UTF8.self))
print(String(decoding: "abc".utf8.reversed(), as: UTF8.self))
