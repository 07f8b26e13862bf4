// swift-format-ignore-file
var state: UInt64 = 42
func next() -> UInt64 {
  state = state &* 6364136223846793005 &+ 1442695040888963407
  var z = state
  z ^= z >> 33
  z = z &* 0xff51afd7ed558ccd
  return z ^ (z >> 29)
}
for _ in 0..<3 { print(next()) }
print(next() % 100, Int(next() % 6) + 1)
var hash: UInt32 = 2166136261
for byte: UInt8 in [97, 98, 99] { hash = (hash ^ UInt32(byte)) &* 16777619 }
print(hash)
