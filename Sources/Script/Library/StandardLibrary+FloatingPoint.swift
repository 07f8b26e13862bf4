/// `Double` and `Float`.
extension StandardLibrary {
  static let floatingPointTypes: [Entry] =
    floatingPoint("Double", bits: "UInt64") + floatingPoint("Float", bits: "UInt32")
    + doubleConstants + floatConstants

  private static func floatingPoint(_ type: String, bits: String) -> [Entry] {
    let isDouble = type == "Double"
    return [
      (type, "init()", .zero),
      (type, "init<T: Numeric>(_ x: T)", isDouble ? .toDouble : .toFloat),
      (type, "init?<S: StringProtocol>(_ text: S)", isDouble ? .parseDouble : .parseFloat),
      (type, "init?<T: BinaryInteger>(exactly x: T)", .exactly),
      (type, "init(bitPattern bits: \(bits))", isDouble ? .sameBits : .floatOfBits),
      (type, "var bitPattern: \(bits)", isDouble ? .sameBits : .bitsOfFloat),
      (type, "static var zero: \(type)", .zero),
      (type, "static func minimum(_ x: \(type), _ y: \(type)) -> \(type)", .minimum),
      (type, "static func maximum(_ x: \(type), _ y: \(type)) -> \(type)", .maximum),
    ] + floatingPointMembers(type)
  }

  private static func floatingPointMembers(_ type: String) -> [Entry] {
    [
      (type, "func squareRoot() -> \(type)", .sqrt),
      (type, "func rounded() -> \(type)", .roundAwayFromZero),
      (type, "func rounded(_ rule: FloatingPointRoundingRule) -> \(type)", .rounded),
      (
        type, "func truncatingRemainder(dividingBy other: \(type)) -> \(type)",
        .truncatingRemainder
      ),
      (type, "func remainder(dividingBy other: \(type)) -> \(type)", .floatingRemainder),
      (type, "func addingProduct(_ lhs: \(type), _ rhs: \(type)) -> \(type)", .addingProduct),
      (type, "var magnitude: \(type)", .abs),
      (type, "var sign: FloatingPointSign", .sign),
      (type, "var exponent: Int", .exponent),
      (type, "var significand: \(type)", .significand),
      (type, "var ulp: \(type)", .ulp),
      (type, "var nextUp: \(type)", .nextUp),
      (type, "var nextDown: \(type)", .nextDown),
      (type, "var isNaN: Bool", .isNaN),
      (type, "var isFinite: Bool", .isFinite),
      (type, "var isInfinite: Bool", .isInfinite),
      (type, "var isZero: Bool", .isZero),
      (type, "var isNormal: Bool", .isNormal),
      (type, "var isSubnormal: Bool", .isSubnormal),
    ]
  }

  private static let doubleConstants: [Entry] = [
    ("Double", "static var pi: Double", .pi),
    ("Double", "static var infinity: Double", .infinity),
    ("Double", "static var nan: Double", .notANumber),
    ("Double", "static var greatestFiniteMagnitude: Double", .greatestFiniteMagnitude),
    ("Double", "static var leastNormalMagnitude: Double", .leastNormalMagnitude),
    ("Double", "static var leastNonzeroMagnitude: Double", .leastNonzeroMagnitude),
    ("Double", "static var ulpOfOne: Double", .ulpOfOne),
  ]

  private static let floatConstants: [Entry] = [
    ("Float", "static var pi: Float", .piFloat),
    ("Float", "static var infinity: Float", .infinityFloat),
    ("Float", "static var nan: Float", .notANumberFloat),
    ("Float", "static var greatestFiniteMagnitude: Float", .greatestFiniteFloat),
    ("Float", "static var leastNormalMagnitude: Float", .leastNormalFloat),
    ("Float", "static var leastNonzeroMagnitude: Float", .leastNonzeroFloat),
    ("Float", "static var ulpOfOne: Float", .ulpOfOneFloat),
  ]
}
