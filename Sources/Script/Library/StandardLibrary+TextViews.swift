/// The code units and the scalars of texts, and texts made of them.
extension StandardLibrary {
  static let textViews: [Entry] =
    ["String", "Substring", "Character"].flatMap { type -> [Entry] in
      [
        (type, "var utf8: String.UTF8View", .utf8),
        (type, "var utf16: String.UTF16View", .utf16),
        (type, "var unicodeScalars: String.UnicodeScalarView", .unicodeScalars),
      ]
    } + [
      (
        "String",
        "init<S: Collection>(decoding codeUnits: S, as encoding: UTF8.Type) where S.Element == UInt8",
        .decodeText
      ),
      (
        "String",
        "init<S: Collection>(decoding codeUnits: S, as encoding: UTF16.Type) where S.Element == UInt16",
        .decodeText
      ),
      ("String", "init(_ scalar: Unicode.Scalar)", .scalarText),
      ("Character", "init(_ scalar: Unicode.Scalar)", .scalarText),
      ("Character", "var asciiValue: UInt8?", .asciiValue),
      ("Unicode.Scalar", "init?(_ value: Int)", .scalar),
      ("Unicode.Scalar", "init(_ value: UInt8)", .sameBits),
      ("Unicode.Scalar", "init?(_ value: UInt16)", .scalar),
      ("Unicode.Scalar", "init?(_ value: UInt32)", .scalar),
      ("Unicode.Scalar", "var value: UInt32", .sameBits),
      ("Unicode.Scalar", "var isASCII: Bool", .isASCII),
      ("Unicode.Scalar", "var description: String", .describe),
    ]
}
