import Diagnostics

extension VirtualMachine {
  /// The elements of any sequence as an array; ranges are written out.
  func elements(
    _ operand: Operand,
    _ registers: Registers
  ) throws(Trap) -> (array: ArrayObject, type: Type) {
    let type = operand.type.elementType
    if operand.type.isText { return (try characters(of: string(operand, registers)), type) }
    guard case .nominal(let nominal, _) = operand.type, nominal.isRange else {
      return (try array(operand, registers), type)
    }
    guard nominal != .partialRangeFrom else {
      throw Trap(
        "endless-range",
        "a range without an end has no last value",
        help: "give it an end: 'a...b'"
      )
    }
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
    func storeIndex(_ index: Int?, behind start: Int) {
      registers.words[result.slot.word] = index == nil ? 0 : 1
      registers.words[result.slot.word + 1] = UInt64(index.map { $0 + start } ?? 0)
    }
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
        nominal.isRange
      {
        let range = view(operands[0], registers)
        let value = view(operands[1], registers)
        switch nominal {
        case .partialRangeFrom: return flag(try !isLess(arguments[0], value, range))
        case .partialRangeUpTo: return flag(try isLess(arguments[0], value, range))
        case .partialRangeThrough: return flag(try !isLess(arguments[0], range, value))
        default: break
        }
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
    case .startIndex, .endIndex, .indexAfter, .indexBefore, .indexOffset, .distance, .sliceElement,
      .sliceOffset:
      return try performOnArrayIndices(intrinsic, operands, into: result, registers)
    case .zip where operands[0].type == .nominal(.partialRangeFrom, [.int]):
      let (other, _) = try elements(operands[1], registers)
      return store(try numbered(from: registers.int(operands[0]), other, result.type))
    default: break
    }
    let (array, type) = try elements(operands[0], registers)
    let start = firstIndex(operands[0], registers)
    func store(_ part: ArrayObject, from index: Int) {
      store(part)
      if result.slot.layout.words > 0 { number(start + index) }
    }
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
      number(start)
      registers.words[result.slot.word + 1] = UInt64(start + array.count)
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
      storeIndex(index, behind: start)
    case .lastIndexOf:
      let wanted = view(operands[1], registers)
      var index: Int?
      for position in (0..<array.count).reversed() where index == nil {
        if try areEqual(type, element(position).0, wanted) { index = position }
      }
      storeIndex(index, behind: start)
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
      let range = intrinsic == .prefixWhile ? 0..<length : length..<array.count
      store(try part(of: array, range), from: range.lowerBound)
    case .splitArray:
      let separator = view(operands[1], registers)
      let limits = (registers.int(operands[2]), registers.words[operands[3].slot.word] != 0)
      store(
        try split(array, result.type, from: start, limits) { (position) throws(Trap) in
          try areEqual(type, element(position).0, separator)
        }
      )
    case .splitArrayWhere:
      let isSeparator = try closure(operands[3], registers)
      let limits = (registers.int(operands[1]), registers.words[operands[2].slot.word] != 0)
      store(
        try split(array, result.type, from: start, limits) { (position) throws(Trap) in
          try apply(isSeparator, element(position)) { $0.words[0] != 0 }
        }
      )
    case .joinedArrays:
      let separator = operands.count > 1 ? try elements(operands[1], registers).array : nil
      store(try flattened(array, type, by: separator))
    case .lexicographicallyPrecedes:
      flag(try precedes(array, try elements(operands[1], registers).array, type))
    case .startsWith:
      let (other, _) = try elements(operands[1], registers)
      var starts = other.count <= array.count
      for position in 0..<other.count where starts {
        starts = try areEqual(type, element(position).0, ValueComparison.element(other, position))
      }
      flag(starts)
    case .decodeText:
      let view = type == .nominal(.integer(.uint8), []) ? Nominal.utf8View : .utf16View
      let text = ValueDescriber.text(ofUnits: array, view)
      registers.references[result.slot.reference] = try StringObject(text, meter)
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
      store(part, from: range.lowerBound)
    case .slice, .sliceFrom, .sliceUpTo, .sliceThrough:
      let range = try range(intrinsic, operands[1], of: array, from: start, registers)
      store(try part(of: array, range), from: range.lowerBound)
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
      storeIndex(found, behind: start)
    case .joinedStrings:
      let text = try joined(array, separator: string(operands[1], registers))
      registers.references[result.slot.reference] = text
    case .joinedText: registers.references[result.slot.reference] = try joined(array)
    case .elements: store(array)
    default:
      throw Trap("internal", "'\(intrinsic.rawValue)' is not carried out")
    }
  }

  /// A range of the places of an array's elements, of which the first has an index.
  func range(
    _ intrinsic: Intrinsic,
    _ bounds: Operand,
    of array: ArrayObject,
    from start: Int = 0,
    _ registers: Registers
  ) throws(Trap) -> Range<Int> {
    let first = registers.int(bounds)
    let end = start + array.count
    var (lower, upper) = (start, end)
    switch intrinsic {
    case .sliceFrom: lower = first
    case .sliceUpTo: upper = first
    case .sliceThrough: upper = first &+ 1
    default:
      let last = Int(bitPattern: UInt(registers.words[bounds.slot.word + 1]))
      let isClosed = if case .nominal(.closedRange, _) = bounds.type { true } else { false }
      (lower, upper) = (first, isClosed ? last &+ 1 : last)
    }
    guard lower >= start, upper <= end, lower <= upper else {
      throw Trap(
        "index-out-of-range",
        "the range \(lower)..<\(upper) is out of range of an array of \(array.count) elements",
        help: "its indices are \(start)..<\(end)"
      )
    }
    return (lower - start)..<(upper - start)
  }

  /// The elements of a part of an array.
  func part(of array: ArrayObject, _ range: Range<Int>) throws(Trap) -> ArrayObject {
    let part = try ArrayObject(of: array.element, capacity: range.count, meter)
    for index in range { try append(ValueComparison.element(array, index), to: part) }
    return part
  }

  func fill(
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
