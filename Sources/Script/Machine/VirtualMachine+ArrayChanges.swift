/// The mutating methods of arrays.
extension VirtualMachine {
  func mutate(
    _ intrinsic: Intrinsic,
    _ target: Operand,
    _ operands: [Operand],
    into result: Operand,
    _ registers: Registers
  ) throws(Trap) {
    switch target.type {
    case .nominal(.string, _):
      return try mutateText(intrinsic, target, operands, into: result, registers)
    case .nominal(.dictionary, _), .nominal(.set, _):
      return try mutateTable(intrinsic, target, operands, into: result, registers)
    case .nominal(.hasher, _): return try combine(operands[0], into: target, registers)
    default: break
    }
    let register = registers.references + target.slot.reference
    let type = target.type.elementType
    let array = try unique(register)
    let start = firstIndex(target, registers)
    let index = operands.first.map { registers.int($0) } ?? 0
    func check(_ index: Int) throws(Trap) {
      guard index >= 0, index < array.count else { throw Self.outOfRange(index, array.count) }
    }
    switch intrinsic {
    case .append: try append(view(operands[0], registers), to: array)
    case .appendContents:
      let (other, _) = try elements(operands[0], registers)
      try charge(other.count)
      let count = other.count
      // It may be the array itself, whose elements must not move while they are read.
      try array.makeRoom(for: count)
      for index in 0..<count { try append(ValueComparison.element(other, index), to: array) }
    case .insert:
      let position = registers.int(operands[1])
      guard position >= 0, position <= array.count else {
        throw Self.outOfRange(position, array.count)
      }
      try append(view(operands[0], registers), to: array)
      for place in Swift.stride(from: array.count - 1, to: position, by: -1) {
        array.swapAt(place, place - 1)
      }
      try charge(array.count / 16)
    case .removeAt, .removeLast, .removeFirst:
      let position =
        intrinsic == .removeAt ? index : intrinsic == .removeFirst ? 0 : array.count - 1
      guard array.count > 0 else {
        throw Trap(
          "empty-array",
          "nothing can be removed from an empty array",
          help: "test 'isEmpty' first"
        )
      }
      try check(position)
      copy(ValueComparison.element(array, position), to: result, registers)
      array.remove(at: position)
      try charge((array.count - position) / 16)
      if intrinsic == .removeFirst, target.slot.layout.words > 0 {
        registers.words[target.slot.word] &+= 1
      }
    case .removeAll: array.removeAll()
    case .popFirst:
      guard array.count > 0 else { return storeOptional(nil, into: result, registers) }
      storeOptional(ValueComparison.element(array, 0), into: result, registers)
      array.remove(at: 0)
      try charge(array.count / 16)
      registers.words[target.slot.word] &+= 1
    case .popLast:
      guard array.count > 0 else { return storeOptional(nil, into: result, registers) }
      storeOptional(ValueComparison.element(array, array.count - 1), into: result, registers)
      array.remove(at: array.count - 1)
    case .removeFirstCount, .removeLastCount:
      guard index >= 0, index <= array.count else { throw Self.outOfRange(index, array.count) }
      let kept = intrinsic == .removeFirstCount ? index..<array.count : 0..<(array.count - index)
      register.pointee = try part(of: array, kept)
    case .removeAllWhere:
      let predicate = try closure(operands[0], registers)
      let kept = try ArrayObject(of: array.element, capacity: 0, meter)
      try charge(array.count)
      for index in 0..<array.count {
        let element = ValueComparison.element(array, index)
        let isRemoved = try apply(predicate, (element, array.element)) { $0.words[0] != 0 }
        if !isRemoved { try append(element, to: kept) }
      }
      register.pointee = kept
    case .insertContents:
      let position = registers.int(operands[1])
      guard position >= 0, position <= array.count else {
        throw Self.outOfRange(position, array.count)
      }
      let (other, _) = try elements(operands[0], registers)
      let whole = try part(of: array, 0..<position)
      for index in 0..<other.count { try append(ValueComparison.element(other, index), to: whole) }
      for index in position..<array.count {
        try append(ValueComparison.element(array, index), to: whole)
      }
      try charge(whole.count)
      register.pointee = whole
    case .reserveCapacity: break
    case .replaceRange, .removeRange:
      let replaced = try range(.slice, operands[0], of: array, registers)
      let whole = try part(of: array, 0..<replaced.lowerBound)
      if intrinsic == .replaceRange {
        let (other, _) = try elements(operands[1], registers)
        for index in 0..<other.count {
          try append(ValueComparison.element(other, index), to: whole)
        }
      }
      for index in replaced.upperBound..<array.count {
        try append(ValueComparison.element(array, index), to: whole)
      }
      try charge(whole.count)
      register.pointee = whole
    case .swapAt:
      let (first, second) = (index &- start, registers.int(operands[1]) &- start)
      try check(first)
      try check(second)
      array.swapAt(first, second)
    case .partition:
      let belongs = try closure(operands[0], registers)
      try charge(array.count)
      let boundary = try partition(array) { (index) throws(Trap) in
        let element = ValueComparison.element(array, index)
        return try apply(belongs, (element, array.element)) { $0.words[0] != 0 }
      }
      registers.words[result.slot.word] = UInt64(boundary)
    case .sort: register.pointee = try sorted(array, type, by: nil)
    case .sortBy:
      register.pointee = try sorted(array, type, by: try closure(operands[0], registers))
    case .reverse:
      for index in 0..<(array.count / 2) { array.swapAt(index, array.count - 1 - index) }
    default: throw Trap("internal", "'\(intrinsic.rawValue)' is not carried out")
    }
  }

  /// Swaps the elements that belong in the second part behind the others, as Swift's method does.
  private func partition(
    _ array: ArrayObject,
    _ belongs: (Int) throws(Trap) -> Bool
  ) throws(Trap) -> Int {
    var (low, high) = (0, array.count)
    while true {
      while low < high, try !belongs(low) { low += 1 }
      if low >= high { return low }
      high -= 1
      while low < high, try belongs(high) { high -= 1 }
      if low >= high { return low }
      array.swapAt(low, high)
      low += 1
    }
  }
}
