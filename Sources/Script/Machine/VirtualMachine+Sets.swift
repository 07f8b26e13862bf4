/// What sets make of one another.
extension VirtualMachine {
  func performOnSets(
    _ intrinsic: Intrinsic,
    _ operands: [Operand],
    into result: Operand,
    _ registers: Registers
  ) throws(Trap) {
    guard case .nominal(.set, let arguments) = operands[0].type,
      let own = registers.references[operands[0].slot.reference] as? HashTable
    else { throw Self.uninitialized }
    let type = arguments[0]
    let holds: Bool
    switch intrinsic {
    case .isSubset, .isStrictSubset, .isSuperset, .isStrictSuperset, .isDisjoint:
      let (elements, _) = try elements(operands[1], registers)
      let other = try set(of: elements, type)
      switch intrinsic {
      case .isSubset: holds = try isSubset(own, of: other, type)
      case .isStrictSubset:
        holds = own.count < other.count ? try isSubset(own, of: other, type) : false
      case .isSuperset: holds = try isSubset(other, of: own, type)
      case .isStrictSuperset:
        holds = other.count < own.count ? try isSubset(other, of: own, type) : false
      default: holds = try members(of: own, in: other, isWanted: true, type).count == 0
      }
      registers.words[result.slot.word] = holds ? 1 : 0
    default:
      registers.references[result.slot.reference] = try combined(
        intrinsic,
        own,
        operands[1],
        type,
        registers
      )
    }
  }

  /// Returns the union, the intersection or a difference of a set and the elements of a sequence.
  func combined(
    _ intrinsic: Intrinsic,
    _ own: HashTable,
    _ operand: Operand,
    _ type: Type,
    _ registers: Registers
  ) throws(Trap) -> HashTable {
    let other = try set(of: elements(operand, registers).array, type)
    switch intrinsic {
    case .union, .formUnion: return try union(own, other, type)
    case .intersection, .formIntersection:
      return try members(of: own, in: other, isWanted: true, type)
    case .subtracting, .formSubtraction:
      return try members(of: own, in: other, isWanted: false, type)
    case .symmetricDifference, .formSymmetricDifference:
      let first = try members(of: own, in: other, isWanted: false, type)
      return try union(first, members(of: other, in: own, isWanted: false, type), type)
    default: throw Trap("internal", "'\(intrinsic.rawValue)' is not carried out")
    }
  }

  private func union(
    _ first: HashTable,
    _ second: HashTable,
    _ type: Type
  ) throws(Trap) -> HashTable {
    guard let union = try first.copy() as? HashTable else { return first }
    try charge(first.count / 16 + second.count)
    for index in 0..<second.count {
      try insert(ValueComparison.element(second, index), into: union, type)
    }
    return union
  }

  /// Returns the members of a set that are in another, or those that are not.
  private func members(
    of own: HashTable,
    in other: HashTable,
    isWanted: Bool,
    _ type: Type
  ) throws(Trap) -> HashTable {
    let members = try HashTable(of: own.element, key: own.key, capacity: 0, meter)
    try charge(own.count)
    for index in 0..<own.count {
      let member = ValueComparison.element(own, index)
      let isFound = try find(member, in: other, type) != nil
      if isFound == isWanted { try insert(member, into: members, type) }
    }
    return members
  }

  private func isSubset(_ part: HashTable, of whole: HashTable, _ type: Type) throws(Trap) -> Bool {
    guard part.count <= whole.count else { return false }
    try charge(part.count)
    for index in 0..<part.count
    where try find(ValueComparison.element(part, index), in: whole, type) == nil {
      return false
    }
    return true
  }
}
