/// Hashes of texts.
enum TextHash {
  /// Returns a hash that canonically equivalent texts share.
  static func hash(_ text: String) -> UInt32 {
    var text = text
    let ascii = text.withUTF8 { bytes -> UInt64? in
      var state = UInt64(truncatingIfNeeded: bytes.count)
      var seen: UInt8 = 0
      for byte in bytes {
        seen |= byte
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
      }
      return seen < 0x80 ? state : nil
    }
    // What is not ASCII may be written in several ways; Swift's own hash knows which are the same.
    let bits = ascii ?? UInt64(bitPattern: Int64(text.hashValue))
    return UInt32(truncatingIfNeeded: (bits &* 0x9E37_79B9_7F4A_7C15) >> 32)
  }
}
