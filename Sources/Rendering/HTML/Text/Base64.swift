/// Bytes as text, by RFC 4648.
enum Base64 {
  private static let alphabet = Array(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8
  )

  /// Returns the bytes in the standard alphabet, padded.
  static func encoded(_ bytes: [UInt8]) -> String {
    String(unsafeUninitializedCapacity: (bytes.count + 2) / 3 * 4) { text in
      var end = 0
      for start in stride(from: 0, to: bytes.count, by: 3) {
        let count = min(3, bytes.count - start)
        var word: UInt32 = 0
        for place in 0..<3 { word = word << 8 | (place < count ? UInt32(bytes[start + place]) : 0) }
        for place in 0..<4 {
          let isPadding = place > count
          let letter = alphabet[Int(word >> (18 - 6 * UInt32(place)) & 63)]
          text[end + place] = isPadding ? UInt8(ascii: "=") : letter
        }
        end += 4
      }
      return end
    }
  }
}
