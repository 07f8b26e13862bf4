// swift-format-ignore-file
let a = Unicode.Scalar(65)!
print(a, a.value)
let u = UnicodeScalar(97 + 2)!
print(Character(u))
print(Character(UnicodeScalar(100)!))
let c: Character = "z"
print(c.asciiValue!, c.asciiValue ?? 0)
print(("é" as Character).asciiValue as Any)
let byte: UInt8 = 66
print(Character(UnicodeScalar(byte)))
print(c.unicodeScalars.first!.value)
print(String(UnicodeScalar(byte)))
