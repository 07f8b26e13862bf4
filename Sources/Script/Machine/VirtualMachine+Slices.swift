import Diagnostics

/// Indices of arrays and of slices, whose first index is that of the array they are a part of.
extension VirtualMachine {
  /// The index of the first element of a sequence.
  func firstIndex(_ operand: Operand, _ registers: Registers) -> Int {
    guard case .nominal(let nominal, _) = operand.type else { return 0 }
    return nominal == .arraySlice || nominal == .range ? registers.int(operand) : 0
  }

  func performOnArrayIndices(
    _ intrinsic: Intrinsic,
    _ operands: [Operand],
    into result: Operand,
    _ registers: Registers
  ) throws(Trap) {
    let array = try array(operands[0], registers)
    let start = firstIndex(operands[0], registers)
    func argument(_ position: Int) -> Int { registers.int(operands[position]) }
    func sum(_ a: Int, _ b: Int, _ sign: String) throws(Trap) -> Int {
      let (value, overflow) =
        sign == "+" ? a.addingReportingOverflow(b) : a.subtractingReportingOverflow(b)
      guard !overflow else { throw Self.overflow(a, sign, b) }
      return value
    }
    let value: Int
    switch intrinsic {
    case .startIndex: value = start
    case .endIndex: value = start + array.count
    case .indexAfter: value = try sum(argument(1), 1, "+")
    case .indexBefore: value = try sum(argument(1), 1, "-")
    case .indexOffset: value = try sum(argument(1), argument(2), "+")
    case .distance: value = try sum(argument(2), argument(1), "-")
    default:
      let index = argument(1)
      guard index >= start, index - start < array.count else {
        throw Trap(
          "index-out-of-range",
          "the index \(index) is out of range of a slice of \(array.count) elements",
          help: "its indices are \(start)..<\(start + array.count)"
        )
      }
      guard intrinsic == .sliceElement else {
        value = index - start
        break
      }
      return copy(ValueComparison.element(array, index - start), to: result, registers)
    }
    registers.words[result.slot.word] = UInt64(bitPattern: Int64(value))
  }

  /// The pairs of the numbers from one on and of the elements of an array.
  func numbered(from first: Int, _ array: ArrayObject, _ result: Type) throws(Trap) -> ArrayObject {
    try charge(array.count)
    let pairs = try ArrayObject(
      of: Layout(of: result.elementType),
      capacity: array.count,
      meter
    )
    for index in 0..<array.count {
      let position = try pairs.addElement()
      let (number, overflow) = first.addingReportingOverflow(index)
      guard !overflow else { throw Self.overflow(first, "+", index) }
      pairs.words[position * pairs.element.words] = UInt64(bitPattern: Int64(number))
      let value = (ValueComparison.element(array, index), array.element)
      fill(pairs, position, value, after: Layout(words: 1, references: 0))
    }
    return pairs
  }

  /// The elements of the sequences that an array holds, one behind the other.
  func flattened(
    _ array: ArrayObject,
    _ type: Type,
    by separator: ArrayObject?
  ) throws(Trap) -> ArrayObject {
    let layout = Layout(of: type)
    let whole = try ArrayObject(of: Layout(of: type.elementType), capacity: 0, meter)
    for index in 0..<array.count {
      let value = ValueComparison.element(array, index)
      let slot = Slot(word: 0, reference: 0, layout: layout)
      let registers = Registers(
        words: UnsafeMutablePointer(mutating: value.words),
        references: UnsafeMutablePointer(mutating: value.references)
      )
      let (part, _) = try elements(Operand(slot: slot, type: type), registers)
      try charge(part.count + (separator?.count ?? 0))
      if let separator, index > 0 {
        for position in 0..<separator.count {
          try append(ValueComparison.element(separator, position), to: whole)
        }
      }
      for position in 0..<part.count {
        try append(ValueComparison.element(part, position), to: whole)
      }
    }
    return whole
  }

  /// Whether an array stands before another in the order of dictionaries.
  func precedes(_ a: ArrayObject, _ b: ArrayObject, _ type: Type) throws(Trap) -> Bool {
    for index in 0..<min(a.count, b.count) {
      let (x, y) = (ValueComparison.element(a, index), ValueComparison.element(b, index))
      if try isLess(type, x, y) { return true }
      if try isLess(type, y, x) { return false }
    }
    return a.count < b.count
  }

  /// The parts of an array between separators, as slices.
  ///
  /// - Parameters:
  ///   - array: The array.
  ///   - result: The type of the result.
  ///   - first: The index of the array's first element.
  ///   - limits: How often it is split at most, and whether empty parts are left out.
  ///   - isSeparator: Whether the element at a place separates.
  /// - Returns: The parts.
  /// - Throws: A count below 0, what the closure throws, and limits.
  func split(
    _ array: ArrayObject,
    _ result: Type,
    from first: Int,
    _ limits: (most: Int, omitsEmpty: Bool),
    _ isSeparator: (Int) throws(Trap) -> Bool
  ) throws(Trap) -> ArrayObject {
    try checkCount(limits.most)
    let parts = try ArrayObject(of: Layout(of: result.elementType), capacity: 0, meter)
    var start = 0
    func add(_ range: Range<Int>) throws(Trap) {
      guard !range.isEmpty || !limits.omitsEmpty else { return }
      let place = try parts.addElement()
      parts.references[place * parts.element.references] = try part(of: array, range)
      let index = first + range.lowerBound
      parts.words[place * parts.element.words] = UInt64(bitPattern: Int64(index))
    }
    let count = array.count
    var position = 0
    while position < count, parts.count < limits.most {
      if try isSeparator(position) {
        try add(start..<position)
        start = position + 1
      }
      position += 1
    }
    try add(start..<count)
    return parts
  }
}
