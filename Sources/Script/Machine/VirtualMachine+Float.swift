#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Arithmetic in 32 bits, each operation rounded as Swift's `Float` rounds it.
extension VirtualMachine {
  /// Carries out an intrinsic whose first operand is a `Float`; false where it is none of them.
  func performOnFloat(
    _ intrinsic: Intrinsic,
    _ operands: [Operand],
    into result: Operand,
    _ registers: Registers
  ) throws(Trap) -> Bool {
    let values = operands.map { Float(word: registers.words[$0.slot.word]) }
    let x = values[0]
    let y = values.count > 1 ? values[1] : 0
    let target = result.slot.word
    if let number = Self.arithmetic(intrinsic, x, y) {
      registers.words[target] = number.word
      return true
    }
    switch intrinsic {
    case .equal: registers.words[target] = x == y ? 1 : 0
    case .notEqual: registers.words[target] = x != y ? 1 : 0
    case .less: registers.words[target] = x < y ? 1 : 0
    case .lessOrEqual: registers.words[target] = x <= y ? 1 : 0
    case .greater: registers.words[target] = x > y ? 1 : 0
    case .greaterOrEqual: registers.words[target] = x >= y ? 1 : 0
    case .isNaN: registers.words[target] = x.isNaN ? 1 : 0
    case .isFinite: registers.words[target] = x.isFinite ? 1 : 0
    case .isInfinite: registers.words[target] = x.isInfinite ? 1 : 0
    case .toDouble: registers.words[target] = Double(x).bitPattern
    case .toInt:
      guard let whole = Int(exactly: x.rounded(.towardZero)) else {
        throw Trap(
          "conversion",
          "\(x) cannot be made an 'Int'",
          help: "'Int' holds \(Int.min) to \(Int.max)"
        )
      }
      registers.words[target] = UInt64(bitPattern: Int64(whole))
    default: return false
    }
    return true
  }

  private static func arithmetic(_ intrinsic: Intrinsic, _ x: Float, _ y: Float) -> Float? {
    switch intrinsic {
    case .add: x + y
    case .subtract: x - y
    case .multiply: x * y
    case .divide: x / y
    case .negate: -x
    case .identity, .toFloat: x
    case .abs: Swift.abs(x)
    case .sqrt: x.squareRoot()
    case .exp: exp(x)
    case .exp2: exp2(x)
    case .log: log(x)
    case .log2: log2(x)
    case .log10: log10(x)
    case .log1p: log1p(x)
    case .expm1: expm1(x)
    case .sin: sin(x)
    case .cos: cos(x)
    case .tan: tan(x)
    case .asin: asin(x)
    case .acos: acos(x)
    case .atan: atan(x)
    case .sinh: sinh(x)
    case .cosh: cosh(x)
    case .tanh: tanh(x)
    case .cbrt: cbrt(x)
    case .floor: x.rounded(.down)
    case .ceil: x.rounded(.up)
    case .trunc: x.rounded(.towardZero)
    case .roundAwayFromZero: x.rounded()
    case .pow: pow(x, y)
    case .hypot: hypot(x, y)
    case .atan2: atan2(x, y)
    case .fmod, .truncatingRemainder: x.truncatingRemainder(dividingBy: y)
    default: nil
    }
  }
}
