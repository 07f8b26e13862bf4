import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

extension VirtualMachine {
  func perform(
    _ intrinsic: Intrinsic,
    _ operands: [Operand],
    into result: Operand,
    _ registers: Registers
  ) throws(Trap) {
    switch intrinsic {
    case .scalar, .scalarText:
      return try performOnScalar(intrinsic, operands, into: result, registers)
    case .isASCII where operands[0].type == .unicodeScalar:
      return try performOnScalar(intrinsic, operands, into: result, registers)
    default: break
    }
    switch operands.first?.type {
    case .nominal(.float, _):
      if try performOnFloat(intrinsic, operands, into: result, registers) { return }
    case .nominal(.int, _):
      if try performOnIntegers(intrinsic, nil, operands, into: result, registers) { return }
    case .nominal(.integer(let type), _):
      if try performOnIntegers(intrinsic, type, operands, into: result, registers) { return }
    default: break
    }
    switch intrinsic {
    case .rounded, .floatingRemainder, .addingProduct, .minimum, .maximum, .sign, .exponent,
      .significand, .ulp, .nextUp, .nextDown, .isZero, .isNormal, .isSubnormal:
      performOnFloatingPoint(intrinsic, operands, into: result, registers)
    case .bitsOfFloat:
      let value = Float(word: registers.words[operands[0].slot.word])
      registers.words[result.slot.word] = UInt64(value.bitPattern)
    case .floatOfBits:
      let bits = UInt32(truncatingIfNeeded: registers.words[operands[0].slot.word])
      registers.words[result.slot.word] = Float(bitPattern: bits).word
    case .exactly where result.type.wrapped == .double || result.type.wrapped == .float:
      registers.words[result.slot.word] = 0
      guard let number = Self.exactly(operands[0], as: result.type, registers) else { return }
      registers.words[result.slot.word] = 1
      registers.words[result.slot.word + 1] = number
    case .toFloat:
      registers.words[result.slot.word] = Float(registers.double(operands[0])).word
    case .toInteger, .exactly, .clamping, .truncating, .parseInteger, .toInt:
      let type = result.type.wrapped ?? result.type
      let conversion = intrinsic == .toInt ? .toInteger : intrinsic
      _ = try convert(conversion, to: type.integerType, operands, into: result, registers)
    case .format: try format(operands, into: result, registers)
    case .integerText: try integerText(operands, into: result, registers)
    case .parseFloat:
      let value = Float(try string(operands[0], registers))
      registers.words[result.slot.word] = value == nil ? 0 : 1
      registers.words[result.slot.word + 1] = (value ?? 0).word
    case .sqrt, .cbrt, .exp, .exp2, .log, .log2, .log10, .log1p, .expm1, .sin, .cos, .tan, .asin,
      .acos, .atan, .sinh, .cosh, .tanh, .floor, .ceil, .trunc, .roundAwayFromZero, .pow, .hypot,
      .atan2, .fmod, .truncatingRemainder:
      let x = registers.double(operands[0])
      let y = operands.count > 1 ? registers.double(operands[1]) : 0
      registers.words[result.slot.word] = Self.mathematics(intrinsic, x, y).bitPattern
    case .isNaN, .isFinite, .isInfinite:
      let x = registers.double(operands[0])
      let holds = intrinsic == .isNaN ? x.isNaN : intrinsic == .isFinite ? x.isFinite : x.isInfinite
      registers.words[result.slot.word] = holds ? 1 : 0
    case .abs where operands[0].type == .double:
      registers.words[result.slot.word] = Swift.abs(registers.double(operands[0])).bitPattern
    case .min, .max:
      var best = operands[0]
      for other in operands.dropFirst() {
        let a = view(best, registers)
        let b = view(other, registers)
        // As Swift's: min keeps the first of equals, max takes the last.
        // Not the opposite of less: nothing is at least NaN.
        let isUnordered =
          best.type == .double
          && (Double(bitPattern: a.words[0]).isNaN || Double(bitPattern: b.words[0]).isNaN)
          || best.type == .float
            && (Float(word: a.words[0]).isNaN || Float(word: b.words[0]).isNaN)
        let isLower = try isLess(best.type, b, a)
        let takes = intrinsic == .min ? isLower : !isUnordered && !isLower
        if takes { best = other }
      }
      copy(view(best, registers), to: result, registers)
    case .equal, .notEqual:
      let equal = try areEqual(
        operands[0].type,
        view(operands[0], registers),
        view(operands[1], registers)
      )
      registers.words[result.slot.word] = equal == (intrinsic == .equal) ? 1 : 0
    case .less, .lessOrEqual, .greater, .greaterOrEqual:
      let isSwapped = intrinsic == .greater || intrinsic == .lessOrEqual
      let a = view(operands[isSwapped ? 1 : 0], registers)
      let b = view(operands[isSwapped ? 0 : 1], registers)
      let less = try isLess(operands[0].type, a, b)
      let holds = intrinsic == .less || intrinsic == .greater ? less : !less
      registers.words[result.slot.word] = holds ? 1 : 0
    case .makeRange, .makeClosedRange:
      let a = view(operands[0], registers)
      let b = view(operands[1], registers)
      guard try !isLess(operands[0].type, b, a) else {
        var describer = ValueDescriber(machine: self)
        try describe(operands[0], registers, &describer)
        describer.text += intrinsic == .makeRange ? "..<" : "..."
        try describe(operands[1], registers, &describer)
        throw Self.reversedRange(describer.text)
      }
      for (part, bound) in [a, b].enumerated() {
        let slot = FunctionCompiler.bound(part, of: result.slot)
        copy(bound, to: Operand(slot: slot, type: operands[0].type), registers)
      }
    case .parseInt:
      let value = Int(try string(operands[0], registers))
      registers.words[result.slot.word] = value == nil ? 0 : 1
      registers.words[result.slot.word + 1] = UInt64(bitPattern: Int64(value ?? 0))
    case .parseDouble:
      let value = Double(try string(operands[0], registers))
      registers.words[result.slot.word] = value == nil ? 0 : 1
      registers.words[result.slot.word + 1] = (value ?? 0).bitPattern
    case .forceUnwrap:
      guard registers.words[operands[0].slot.word] != 0 else {
        throw Self.nilUnwrapped
      }
      let wrapped = FunctionCompiler.wrapped(operands[0].slot)
      copy(view(Operand(slot: wrapped, type: result.type), registers), to: result, registers)
    case .fail, .require:
      if intrinsic == .require, registers.words[operands[0].slot.word] != 0 { return }
      let message = try string(operands[intrinsic == .fail ? 0 : 1], registers)
      throw Trap(
        "fatal-error",
        message.isEmpty ? "the program has stopped itself" : message,
        help: "the program itself demands that this does not happen"
      )
    case .describe, .debugDescribe:
      var describer = ValueDescriber(machine: self)
      try describe(operands[0], registers, &describer, isNested: intrinsic == .debugDescribe)
      registers.references[result.slot.reference] = try StringObject(describer.text, meter)
    case .print:
      let texts = try array(operands[0], registers)
      let separator = try string(operands[1], registers)
      var line = ""
      for index in 0..<texts.count {
        if index > 0 { line += separator }
        line += (texts.references[index] as? StringObject)?.text ?? ""
      }
      try write(line + string(operands[2], registers), at: top.pointee.span)
    case .makeDictionary, .makeSet, .toSet, .uniqueKeys, .lookUp, .keys, .values, .containsMember,
      .union, .intersection, .subtracting, .symmetricDifference, .isSubset, .isStrictSubset,
      .isSuperset, .isStrictSuperset, .isDisjoint:
      try performOnTable(intrinsic, operands, into: result, registers)
    case .show: try show(operands[0], registers)
    default:
      switch operands.first?.type {
      case .nominal(.string, _), .nominal(.substring, _):
        if try performOnText(intrinsic, operands, into: result, registers) { return }
      case .nominal(.character, _):
        if try performOnCharacter(intrinsic, operands, into: result, registers) { return }
      default: break
      }
      try performOnSequence(intrinsic, operands, into: result, registers)
    }
  }

  /// Makes a value visible: as a picture where it has one, as text otherwise.
  private func show(_ operand: Operand, _ registers: Registers) throws(Trap) {
    flushPrinted()
    let span = top.pointee.span
    if case .nominal(.host, _) = operand.type,
      let box = registers.references[operand.slot.reference] as? HostBox,
      let picture = try asTrap({ try box.value.picture() })
    {
      try chargeOutput(picture.byteCount)
      events.append(.drawn(picture, at: span))
      return
    }
    var describer = ValueDescriber(machine: self)
    try describe(operand, registers, &describer)
    try chargeOutput(describer.text.utf8.count)
    events.append(.shown(describer.text, at: span))
  }

  func view(_ operand: Operand, _ registers: Registers) -> ValueComparison.Value {
    (
      UnsafePointer(registers.words + operand.slot.word),
      UnsafePointer(registers.references + operand.slot.reference)
    )
  }

  private static func mathematics(_ intrinsic: Intrinsic, _ x: Double, _ y: Double) -> Double {
    switch intrinsic {
    case .sqrt: x.squareRoot()
    case .cbrt: cbrt(x)
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
    case .floor: x.rounded(.down)
    case .ceil: x.rounded(.up)
    case .trunc: x.rounded(.towardZero)
    case .roundAwayFromZero: x.rounded()
    case .pow: pow(x, y)
    case .hypot: hypot(x, y)
    case .atan2: atan2(x, y)
    case .fmod, .truncatingRemainder: x.truncatingRemainder(dividingBy: y)
    default: .nan
    }
  }

  func checkCount(_ count: Int) throws(Trap) {
    guard count >= 0 else {
      throw Trap(
        "negative-count",
        "the count is \(count)",
        help: "a count is 0 or more"
      )
    }
  }
}
