/// The integer types.
extension StandardLibrary {
  static let integers: [Entry] = integerInitializers + integerMembers + integerTypes

  private static let integerInitializers: [Entry] = [
    ("Int", "init<T: Numeric>(_ x: T)", .toInt),
    ("Int", "init?<S: StringProtocol>(_ text: S)", .parseInt),
    ("BinaryInteger", "init()", .zero),
    ("BinaryInteger", "init<T: Numeric>(_ x: T)", .toInteger),
    ("BinaryInteger", "init?<T: Numeric>(exactly x: T)", .exactly),
    ("BinaryInteger", "init<T: BinaryInteger>(clamping x: T)", .clamping),
    ("BinaryInteger", "init<T: BinaryInteger>(truncatingIfNeeded x: T)", .truncating),
    ("BinaryInteger", "init?<S: StringProtocol>(_ text: S)", .parseInteger),
    ("BinaryInteger", "init?<S: StringProtocol>(_ text: S, radix: Int)", .parseInteger),
    (
      "String", "init<T: BinaryInteger>(_ value: T, radix: Int = 10, uppercase: Bool = false)",
      .integerText
    ),
  ]

  private static let integerMembers: [Entry] = [
    ("BinaryInteger", "static var max: Self", .greatest),
    ("BinaryInteger", "static var min: Self", .least),
    ("BinaryInteger", "static var zero: Self", .zero),
    ("BinaryInteger", "var bitWidth: Int", .bitWidth),
    ("BinaryInteger", "var leadingZeroBitCount: Int", .leadingZeroBitCount),
    ("BinaryInteger", "var trailingZeroBitCount: Int", .trailingZeroBitCount),
    ("BinaryInteger", "var nonzeroBitCount: Int", .nonzeroBitCount),
    ("BinaryInteger", "var byteSwapped: Self", .byteSwapped),
    ("BinaryInteger", "func signum() -> Self", .signum),
    ("BinaryInteger", "func isMultiple(of other: Self) -> Bool", .isMultiple),
    (
      "BinaryInteger",
      "func quotientAndRemainder(dividingBy rhs: Self) -> (quotient: Self, remainder: Self)",
      .quotientAndRemainder
    ),
    reporting("addingReportingOverflow", "_", .addReporting),
    reporting("subtractingReportingOverflow", "_", .subtractReporting),
    reporting("multipliedReportingOverflow", "by", .multiplyReporting),
    reporting("dividedReportingOverflow", "by", .divideReporting),
    reporting("remainderReportingOverflow", "dividingBy", .remainderReporting),
  ]

  private static func reporting(_ name: String, _ label: String, _ intrinsic: Intrinsic) -> Entry {
    (
      "BinaryInteger",
      "func \(name)(\(label) rhs: Self) -> (partialValue: Self, overflow: Bool)", intrinsic
    )
  }

  /// What depends on the type: magnitudes, and the other type with the same bits.
  private static let integerTypes: [Entry] =
    [("Int", "var magnitude: UInt", .magnitude)]
    + IntegerType.allCases.map {
      ($0.rawValue, "var magnitude: \($0.magnitude.rawValue)", .magnitude)
    }
    + bitPatterns

  private static let bitPatterns: [Entry] = [
    (signed: "Int", unsigned: "UInt"), ("Int8", "UInt8"), ("Int16", "UInt16"),
    ("Int32", "UInt32"), ("Int64", "UInt64"),
  ].flatMap { pair in
    [
      (pair.signed, "init(bitPattern x: \(pair.unsigned))", .truncating),
      (pair.unsigned, "init(bitPattern x: \(pair.signed))", .truncating),
    ]
  }
}
