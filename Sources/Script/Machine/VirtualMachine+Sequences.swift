import Diagnostics

extension VirtualMachine {
  /// The elements of any sequence as an array; ranges are written out.
  func elements(
    _ operand: Operand,
    _ registers: Registers
  ) throws(Trap) -> (array: ArrayObject, type: Type) {
    let type = operand.type.elementType
    if operand.type.isText { return (try characters(of: string(operand, registers)), type) }
    guard case .nominal(let nominal, _) = operand.type, nominal == .range || nominal == .closedRange
    else { return (try array(operand, registers), type) }
    let lower = Int(bitPattern: UInt(registers.words[operand.slot.word]))
    let upper = Int(bitPattern: UInt(registers.words[operand.slot.word + 1]))
    guard nominal == .closedRange || upper > lower else { return (try newArray(.int), type) }
    let last = nominal == .range ? upper - 1 : upper
    let count = last >= lower ? last &- lower &+ 1 : 0
    try charge(Swift.max(0, count))
    let array = try newArray(.int, capacity: count <= 0 && last >= lower ? Int.max : count)
    if last >= lower {
      for value in lower...last {
        try array.addWord(UInt64(bitPattern: Int64(value)))
      }
    }
    return (array, type)
  }

  private func newArray(_ element: Type, capacity: Int = 0) throws(Trap) -> ArrayObject {
    try ArrayObject(of: Layout(of: element), capacity: capacity, meter)
  }

  func closure(_ operand: Operand, _ registers: Registers) throws(Trap) -> ClosureObject {
    guard let closure = registers.references[operand.slot.reference] as? ClosureObject else {
      throw Self.uninitialized
    }
    return closure
  }

  /// Calls a closure on elements that stand side by side.
  func apply<Result>(
    _ closure: ClosureObject,
    _ arguments: (ValueComparison.Value, Layout)...,
    take: (ValueComparison.Value) throws(Trap) -> Result
  ) throws(Trap) -> Result {
    try call(closure) { (registers) throws(Trap) in
      var (word, reference) = (registers.words, registers.references)
      for (value, layout) in arguments {
        for offset in 0..<layout.words { word[offset] = value.words[offset] }
        for offset in 0..<layout.references { reference[offset] = value.references[offset] }
        word += layout.words
        reference += layout.references
      }
    } _: { (registers) throws(Trap) in
      try take((UnsafePointer(registers.words), UnsafePointer(registers.references)))
    }
  }

  func append(_ value: ValueComparison.Value, to array: ArrayObject) throws(Trap) {
    try array.append(value.words, value.references)
  }

  func storeOptional(
    _ value: ValueComparison.Value?,
    into result: Operand,
    _ registers: Registers
  ) {
    registers.words[result.slot.word] = value == nil ? 0 : 1
    guard let value, case .nominal(.optional, let arguments) = result.type else { return }
    let slot = FunctionCompiler.wrapped(result.slot)
    copy(value, to: Operand(slot: slot, type: arguments[0]), registers)
  }

  func performOnSequence(
    _ intrinsic: Intrinsic,
    _ operands: [Operand],
    into result: Operand,
    _ registers: Registers
  ) throws(Trap) {
    func store(_ array: ArrayObject) { registers.references[result.slot.reference] = array }
    func flag(_ value: Bool) { registers.words[result.slot.word] = value ? 1 : 0 }
    func number(_ value: Int) {
      registers.words[result.slot.word] = UInt64(bitPattern: Int64(value))
    }
    guard !operands.isEmpty else {
      throw Trap("internal", "'\(intrinsic.rawValue)' is not carried out")
    }
    switch intrinsic {
    case .strideTo, .strideThrough:
      return store(try stride(operands, registers, isThrough: intrinsic == .strideThrough))
    case .repeatElement:
      let count = registers.int(operands[1])
      try checkCount(count)
      let array = try newArray(operands[0].type, capacity: count)
      try charge(count)
      for _ in 0..<count { try append(view(operands[0], registers), to: array) }
      return store(array)
    case .contains where operands[0].type != .array(operands[1].type):
      if case .nominal(let nominal, let arguments) = operands[0].type,
        nominal == .range || nominal == .closedRange
      {
        let range = view(operands[0], registers)
        let value = view(operands[1], registers)
        let upper = ValueComparison.next(range, behind: arguments[0])
        let below = try isLess(arguments[0], value, upper)
        let fits =
          nominal == .range ? below : try !isLess(arguments[0], upper, value)
        return flag(try !isLess(arguments[0], value, range) && fits)
      }
    case .count, .isEmpty:
      // A range is counted without being written out.
      guard case .nominal(let nominal, _) = operands[0].type,
        nominal == .range || nominal == .closedRange
      else { break }
      let lower = Int(bitPattern: UInt(registers.words[operands[0].slot.word]))
      let upper = Int(bitPattern: UInt(registers.words[operands[0].slot.word + 1]))
      if intrinsic == .isEmpty { return flag(nominal == .range && lower == upper) }
      let (distance, isTooFar) = upper.subtractingReportingOverflow(lower)
      let (count, isTooMany) = distance.addingReportingOverflow(nominal == .range ? 0 : 1)
      if isTooFar || isTooMany { throw Self.overflow(upper, "-", lower) }
      return number(count)
    default: break
    }
    let (array, type) = try elements(operands[0], registers)
    let layout = array.element
    try charge(array.count)
    func element(_ index: Int) -> (ValueComparison.Value, Layout) {
      (ValueComparison.element(array, index), layout)
    }
    switch intrinsic {
    case .count: number(array.count)
    case .isEmpty: flag(array.count == 0)
    case .first: storeOptional(array.count > 0 ? element(0).0 : nil, into: result, registers)
    case .last:
      storeOptional(array.count > 0 ? element(array.count - 1).0 : nil, into: result, registers)
    case .indices:
      registers.words[result.slot.word] = 0
      registers.words[result.slot.word + 1] = UInt64(array.count)
    case .toArray: store(array is HashTable ? try array.copyElements() : array)
    case .add:
      let sum = try array.copy()
      let other = try self.array(operands[1], registers)
      for index in 0..<other.count { try append(ValueComparison.element(other, index), to: sum) }
      store(sum)
    case .contains, .firstIndexOf:
      let wanted = view(operands[1], registers)
      var index: Int?
      for position in 0..<array.count where index == nil {
        if try areEqual(type, element(position).0, wanted) { index = position }
      }
      if intrinsic == .contains { return flag(index != nil) }
      registers.words[result.slot.word] = index == nil ? 0 : 1
      registers.words[result.slot.word + 1] = UInt64(index ?? 0)
    case .lastIndexOf:
      let wanted = view(operands[1], registers)
      var index: Int?
      for position in (0..<array.count).reversed() where index == nil {
        if try areEqual(type, element(position).0, wanted) { index = position }
      }
      registers.words[result.slot.word] = index == nil ? 0 : 1
      registers.words[result.slot.word + 1] = UInt64(index ?? 0)
    case .elementsEqual:
      let (other, _) = try elements(operands[1], registers)
      var isEqual = array.count == other.count
      for position in 0..<array.count where isEqual {
        isEqual = try areEqual(type, element(position).0, ValueComparison.element(other, position))
      }
      flag(isEqual)
    case .prefixWhile, .dropWhile:
      let predicate = try closure(operands[1], registers)
      var length = 0
      let count = array.count
      while length < count, try apply(predicate, element(length), take: { $0.words[0] != 0 }) {
        length += 1
      }
      store(try part(of: array, intrinsic == .prefixWhile ? 0..<length : length..<array.count))
    case .splitArray: store(try split(array, type, by: view(operands[1], registers), result.type))
    case .sorted: store(try sorted(array, type, by: nil))
    case .sortedBy: store(try sorted(array, type, by: try closure(operands[1], registers)))
    case .minElement, .maxElement, .minElementBy, .maxElementBy:
      let order = operands.count > 1 ? try closure(operands[1], registers) : nil
      let wantsLeast = intrinsic == .minElement || intrinsic == .minElementBy
      var best: Int?
      for index in 0..<array.count {
        guard let current = best else {
          best = index
          continue
        }
        let (a, b) = wantsLeast ? (index, current) : (current, index)
        if try precedes(array, a, b, type, order) { best = index }
      }
      storeOptional(best.map { element($0).0 }, into: result, registers)
    case .reversed:
      let reversed = try ArrayObject(of: layout, capacity: array.count, meter)
      for index in 0..<array.count { try append(element(array.count - 1 - index).0, to: reversed) }
      store(reversed)
    case .enumerated:
      let pairs = try newArray(result.type.elementType, capacity: array.count)
      for index in 0..<array.count {
        let position = try pairs.addElement()
        pairs.words[position * pairs.element.words] = UInt64(index)
        fill(pairs, position, element(index), after: Layout(words: 1, references: 0))
      }
      store(pairs)
    case .zip:
      let (other, _) = try elements(operands[1], registers)
      let count = Swift.min(array.count, other.count)
      let pairs = try newArray(result.type.elementType, capacity: count)
      for index in 0..<count {
        let position = try pairs.addElement()
        fill(pairs, position, element(index), after: Layout(words: 0, references: 0))
        fill(pairs, position, (ValueComparison.element(other, index), other.element), after: layout)
      }
      store(pairs)
    case .prefix, .suffix, .dropFirst, .dropLast:
      let wanted = registers.int(operands[1])
      try checkCount(wanted)
      let count = Swift.min(wanted, array.count)
      let range =
        switch intrinsic {
        case .prefix: 0..<count
        case .suffix: (array.count - count)..<array.count
        case .dropFirst: count..<array.count
        default: 0..<(array.count - count)
        }
      let part = try ArrayObject(of: layout, capacity: range.count, meter)
      for index in range { try append(element(index).0, to: part) }
      store(part)
    case .slice, .sliceFrom, .sliceUpTo, .sliceThrough:
      store(try slice(intrinsic, array, operands[1], registers))
    case .firstWhere, .lastWhere, .lastIndexWhere:
      let predicate = try closure(operands[1], registers)
      var found: Int?
      let count = array.count
      for offset in 0..<count where found == nil {
        let index = intrinsic == .firstWhere ? offset : count - 1 - offset
        if try apply(predicate, element(index), take: { $0.words[0] != 0 }) { found = index }
      }
      guard intrinsic == .lastIndexWhere else {
        return storeOptional(found.map { element($0).0 }, into: result, registers)
      }
      registers.words[result.slot.word] = found == nil ? 0 : 1
      registers.words[result.slot.word + 1] = UInt64(found ?? 0)
    case .joinedStrings:
      let text = try joined(array, separator: string(operands[1], registers))
      registers.references[result.slot.reference] = text
    case .joinedText: registers.references[result.slot.reference] = try joined(array)
    case .elements: store(array)
    default:
      throw Trap("internal", "'\(intrinsic.rawValue)' is not carried out")
    }
  }

  /// The parts of an array between elements that equal a separator; empty ones are left out.
  private func split(
    _ array: ArrayObject,
    _ type: Type,
    by separator: ValueComparison.Value,
    _ result: Type
  ) throws(Trap) -> ArrayObject {
    let parts = try newArray(result.elementType)
    var start = 0
    for position in 0...array.count {
      let isEnd = position == array.count
      if !isEnd {
        let element = ValueComparison.element(array, position)
        guard try areEqual(type, element, separator) else { continue }
      }
      if start < position {
        let place = try parts.addElement()
        parts.references[place * parts.element.references] = try part(of: array, start..<position)
      }
      start = position + 1
    }
    return parts
  }

  /// The elements of a part of an array.
  private func slice(
    _ intrinsic: Intrinsic,
    _ array: ArrayObject,
    _ bounds: Operand,
    _ registers: Registers
  ) throws(Trap) -> ArrayObject {
    try part(of: array, range(intrinsic, bounds, of: array, registers))
  }

  /// A range of an array's indices.
  func range(
    _ intrinsic: Intrinsic,
    _ bounds: Operand,
    of array: ArrayObject,
    _ registers: Registers
  ) throws(Trap) -> Range<Int> {
    let first = registers.int(bounds)
    var (lower, upper) = (0, array.count)
    switch intrinsic {
    case .sliceFrom: lower = first
    case .sliceUpTo: upper = first
    case .sliceThrough: upper = first &+ 1
    default:
      let end = Int(bitPattern: UInt(registers.words[bounds.slot.word + 1]))
      let isClosed = if case .nominal(.closedRange, _) = bounds.type { true } else { false }
      (lower, upper) = (first, isClosed ? end &+ 1 : end)
    }
    guard lower >= 0, upper <= array.count, lower <= upper else {
      throw Trap(
        "index-out-of-range",
        "the range \(lower)..<\(upper) is out of range of an array of \(array.count) elements",
        help: "its indices are 0..<\(array.count)"
      )
    }
    return lower..<upper
  }

  func part(of array: ArrayObject, _ range: Range<Int>) throws(Trap) -> ArrayObject {
    let part = try ArrayObject(of: array.element, capacity: range.count, meter)
    for index in range { try append(ValueComparison.element(array, index), to: part) }
    return part
  }

  private func fill(
    _ array: ArrayObject,
    _ index: Int,
    _ value: (ValueComparison.Value, Layout),
    after offset: Layout
  ) {
    let word = index * array.element.words + offset.words
    let reference = index * array.element.references + offset.references
    for position in 0..<value.1.words { array.words[word + position] = value.0.words[position] }
    for position in 0..<value.1.references {
      array.references[reference + position] = value.0.references[position]
    }
  }

  private func stride(
    _ operands: [Operand],
    _ registers: Registers,
    isThrough: Bool
  ) throws(Trap) -> ArrayObject {
    let count = try strideCount(operands, registers, isThrough: isThrough)
    let array = try newArray(operands[0].type, capacity: count)
    try charge(count)
    let (start, step) = (registers.words[operands[0].slot.word], operands[2].slot.word)
    for index in 0..<count {
      let word =
        operands[0].type == .double
        ? (Double(bitPattern: start) + Double(index) * registers.double(operands[2])).bitPattern
        : start &+ UInt64(index) &* registers.words[step]
      try array.addWord(word)
    }
    return array
  }

  /// Returns how many values a stride has, and `Int.max` where they are more than can be counted.
  func strideCount(
    _ operands: [Operand],
    _ registers: Registers,
    isThrough: Bool
  ) throws(Trap) -> Int {
    let zero = Trap("zero-stride", "a stride by 0 never ends", help: "use a step other than 0")
    if operands[0].type == .double {
      let step = registers.double(operands[2])
      guard step != 0 else { throw zero }
      return Self.strideCount(
        registers.double(operands[0]),
        registers.double(operands[1]),
        step,
        isThrough: isThrough
      )
    }
    let step = registers.int(operands[2])
    guard step != 0 else { throw zero }
    let (start, end) = (registers.int(operands[0]), registers.int(operands[1]))
    guard step > 0 ? start <= end : start >= end else { return 0 }
    let distance = UInt(bitPattern: step > 0 ? end &- start : start &- end)
    let (whole, rest) = distance.quotientAndRemainder(dividingBy: step.magnitude)
    let count = whole &+ (isThrough || rest > 0 ? 1 : 0)
    return count > UInt(Int.max) ? .max : Int(count)
  }

  /// Counts as Swift's stride goes: the values are `start + index * step`, each rounded.
  private static func strideCount(
    _ start: Double,
    _ end: Double,
    _ step: Double,
    isThrough: Bool
  ) -> Int {
    func isInside(_ index: Double) -> Bool {
      let value = start + index * step
      return (step > 0 ? value < end : value > end) || (isThrough && value == end)
    }
    guard isInside(0) else { return 0 }
    let steps = ((end - start) / step).rounded(.down)
    // Beyond 2^53 the index itself is rounded, and no budget gets there.
    guard steps < 0x1p53 else { return .max }
    var count = steps
    while count > 0, !isInside(count - 1) { count -= 1 }
    while isInside(count) { count += 1 }
    return Int(count)
  }

  // MARK: - Order

  private func precedes(
    _ array: ArrayObject,
    _ a: Int,
    _ b: Int,
    _ type: Type,
    _ order: ClosureObject?
  ) throws(Trap) -> Bool {
    let first = ValueComparison.element(array, a)
    let second = ValueComparison.element(array, b)
    guard let order else { return try isLess(type, first, second) }
    return try apply(order, (first, array.element), (second, array.element)) {
      $0.words[0] != 0
    }
  }

  /// A stable merge sort of the indices.
  func sorted(
    _ array: ArrayObject,
    _ type: Type,
    by order: ClosureObject?
  ) throws(Trap) -> ArrayObject {
    var indices = Array(0..<array.count)
    var buffer = indices
    var width = 1
    while width < indices.count {
      try charge(indices.count)
      var start = 0
      while start < indices.count {
        let middle = Swift.min(start + width, indices.count)
        let end = Swift.min(start + 2 * width, indices.count)
        var (left, right) = (start, middle)
        for position in start..<end {
          let takesRight: Bool
          if left >= middle {
            takesRight = true
          } else if right >= end {
            takesRight = false
          } else {
            takesRight = try precedes(array, indices[right], indices[left], type, order)
          }
          buffer[position] = takesRight ? indices[right] : indices[left]
          if takesRight { right += 1 } else { left += 1 }
        }
        start = end
      }
      swap(&indices, &buffer)
      width *= 2
    }
    let result = try ArrayObject(of: array.element, capacity: array.count, meter)
    for index in indices { try append(ValueComparison.element(array, index), to: result) }
    return result
  }
}
