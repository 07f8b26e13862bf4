extension VirtualMachine {
  /// Explains why an instruction could not be carried out, from its operands.
  func trap(
    at instruction: UnsafePointer<Instruction>,
    _ w: UnsafeMutablePointer<UInt64>,
    _ r: UnsafeMutablePointer<HeapObject?>
  ) -> Trap {
    let i = instruction.pointee
    func int(_ register: UInt16) -> Int { Int(truncatingIfNeeded: w[Int(register)]) }
    switch i.opcode {
    case .addInt: return Self.overflow(int(i.b), "+", int(i.c))
    case .subtractInt: return Self.overflow(int(i.b), "-", int(i.c))
    case .multiplyInt: return Self.overflow(int(i.b), "*", int(i.c))
    case .addImmediate: return Self.overflow(int(i.b), "+", i.immediateC)
    case .subtractImmediate: return Self.overflow(int(i.b), "-", i.immediateC)
    case .multiplyImmediate: return Self.overflow(int(i.b), "*", i.immediateC)
    case .divideInt: return Self.division(int(i.b), "/", int(i.c))
    case .remainderInt: return Self.division(int(i.b), "%", int(i.c))
    case .negateInt: return Self.overflow(0, "-", int(i.b))
    case .doubleToInt: return Self.conversion(Double(bitPattern: w[Int(i.b)]))
    case .checkRange: return Self.reversedRange(int(i.a), int(i.b), isClosed: i.c == 1)
    case .arrayCount: return Self.uninitialized
    case .arrayWord, .arrayField, .arrayReference, .takeArrayReference:
      return Self.outOfRange(int(i.c), r[Int(i.b)])
    case .setArrayWord, .setArrayField, .setArrayReference:
      return Self.outOfRange(int(i.b), r[Int(i.a)])
    case .nestedArrayWord:
      let index = int(i.c)
      guard let rows = r[Int(i.b)] as? ArrayObject, rows.count > index, index >= 0 else {
        return Self.outOfRange(index, r[Int(i.b)])
      }
      return Self.outOfRange(int(UInt16(i.d)), rows.references[index])
    case .call: return depthExceeded()
    default: return Trap("internal", "'\(i.opcode)' failed")
    }
  }

  func depthExceeded() -> Trap {
    Trap(
      "depth-limit",
      "functions call one another \(callDepth) deep",
      help:
        "look for a recursion that does not end, or raise 'limits: depth:' in the front matter"
    )
  }

  static let uninitialized = Trap(
    "uninitialized",
    "this value is not there: the code that makes it has not run"
  )

  static let nilUnwrapped = Trap(
    "nil-unwrapped",
    "this optional is nil, so there is nothing to unwrap",
    help: "give a value for that case: '… ?? other'"
  )

  static func outOfRange(_ index: Int, _ count: Int) -> Trap {
    Trap(
      "index-out-of-range",
      "index \(index) is out of range of an array of \(count) element\(count == 1 ? "" : "s")",
      help: count == 0 ? "the array is empty" : "the indices are 0 to \(count - 1)"
    )
  }

  static func overflow(_ a: Int, _ name: String, _ b: Int) -> Trap {
    Trap(
      "overflow",
      "\(a) \(name) \(b) does not fit an 'Int'",
      help: "'Int' holds \(Int.min) to \(Int.max); use 'Double', or '&\(name)' to wrap around"
    )
  }

  static func division(_ a: Int, _ name: String, _ b: Int) -> Trap {
    b == 0
      ? Trap("division-by-zero", "\(a) \(name) 0: division by zero", help: "test the divisor first")
      : overflow(a, name, b)
  }

  /// Explains an access to an element of what a register holds.
  static func outOfRange(_ index: Int, _ object: HeapObject?) -> Trap {
    guard let array = object as? ArrayObject else { return uninitialized }
    return outOfRange(index, array.count)
  }

  static func conversion(_ value: Double) -> Trap {
    Trap(
      "conversion",
      "\(value) cannot be made an 'Int'",
      help: "'Int' holds \(Int.min) to \(Int.max)"
    )
  }

  static func reversedRange(_ lower: Int, _ upper: Int, isClosed: Bool) -> Trap {
    reversedRange("\(lower)\(isClosed ? "..." : "..<")\(upper)")
  }

  static func reversedRange(_ range: String) -> Trap {
    Trap(
      "reversed-range",
      "the range \(range) ends before it begins",
      help: "write the smaller bound first, or use 'stride(from:to:by:)' to count down"
    )
  }
}
