/// Dictionaries and sets: what finds, adds and removes their entries.
extension VirtualMachine {
  // MARK: - Entries

  func hash(_ type: Type, _ key: ValueComparison.Value) throws(Trap) -> UInt32 {
    var hasher = ValueHasher(machine: self)
    try hasher.combine(type, key)
    return hasher.hash
  }

  /// Calls the `hash(into:)` of a type of the lesson; returns what it made of a hasher's state.
  func hash(
    into state: UInt64,
    _ value: ValueComparison.Value,
    by own: FunctionID,
    layout: Layout
  ) throws(Trap) -> UInt64 {
    try call(own.index, captures: nil) { (registers) throws(Trap) in
      registers.words[0] = state
      for word in 0..<layout.words { registers.words[word + 1] = value.words[word] }
      for reference in 0..<layout.references {
        registers.references[reference] = value.references[reference]
      }
    } _: { (registers) throws(Trap) in
      registers.words[0]
    }
  }

  /// Carries out `hasher.combine(value)`.
  func combine(_ value: Operand, into hasher: Operand, _ registers: Registers) throws(Trap) {
    var combined = ValueHasher(machine: self, state: registers.words[hasher.slot.word])
    try combined.combine(value.type, view(value, registers))
    registers.words[hasher.slot.word] = combined.state
  }

  /// Returns the number of a key's entry.
  func find(
    _ key: ValueComparison.Value,
    in table: HashTable,
    _ type: Type
  ) throws(Trap) -> Int? {
    try find(key, in: table, type, hash: hash(type, key))
  }

  private func find(
    _ key: ValueComparison.Value,
    in table: HashTable,
    _ type: Type,
    hash: UInt32
  ) throws(Trap) -> Int? {
    let (entry, probes) = try table.find(hash) { (index) throws(Trap) in
      try areEqual(type, key, ValueComparison.element(table, index))
    }
    if probes > 16 { try charge(probes) }
    return entry
  }

  /// Returns the number of the entry whose key is the string in a register.
  func findText(
    _ key: Int,
    in register: Int,
    _ references: UnsafeMutablePointer<HeapObject?>
  ) throws(Trap) -> Int? {
    guard !references.isEmpty(key), !references.isEmpty(register) else { throw Self.uninitialized }
    let table = references.table(register).takeUnretainedValue()
    let (text, hash) = references.string(key)._withUnsafeGuaranteedRef {
      ($0.text, ValueHasher.hash(of: $0))
    }
    let stride = table.element.references
    let (entry, probes) = try table.find(hash) { (index) throws(Trap) in
      try areEqual(text, self.text(table.references, index * stride))
    }
    if probes > 16 { try charge(probes) }
    return entry
  }

  /// Returns the number of the entry whose key is an `Int`.
  func findInt(
    _ key: UInt64,
    in register: Int,
    _ references: UnsafeMutablePointer<HeapObject?>
  ) throws(Trap) -> Int? {
    guard !references.isEmpty(register) else { throw Self.uninitialized }
    let table = references.table(register).takeUnretainedValue()
    let stride = table.element.words
    let (entry, probes) = try table.find(ValueHasher.hash(ofWord: key)) { (index) throws(Trap) in
      table.words[index * stride] == key
    }
    if probes > 16 { try charge(probes) }
    return entry
  }

  /// Returns the number of a key's entry, which is made where there is none: without its value.
  private func findOrAdd(
    _ key: ValueComparison.Value,
    in table: HashTable,
    _ type: Type
  ) throws(Trap) -> (entry: Int, isNew: Bool) {
    let hash = try hash(type, key)
    if let entry = try find(key, in: table, type, hash: hash) { return (entry, false) }
    let entry = try table.addEntry(hash)
    let layout = table.key
    for offset in 0..<layout.words {
      table.words[entry * table.element.words + offset] = key.words[offset]
    }
    for offset in 0..<layout.references {
      table.references[entry * table.element.references + offset] = key.references[offset]
    }
    return (entry, true)
  }

  /// Adds a member to a set, where it is none yet.
  func insert(
    _ member: ValueComparison.Value,
    into table: HashTable,
    _ type: Type
  ) throws(Trap) {
    _ = try findOrAdd(member, in: table, type)
  }

  /// Sets the value of a key.
  private func set(
    _ key: ValueComparison.Value,
    _ value: ValueComparison.Value,
    in table: HashTable,
    _ type: Type
  ) throws(Trap) -> Int {
    let entry = try findOrAdd(key, in: table, type).entry
    setValue(value, of: entry, in: table)
    return entry
  }

  private func setValue(_ value: ValueComparison.Value, of entry: Int, in table: HashTable) {
    let target = valuePlace(entry, in: table)
    for offset in 0..<(table.element.words - table.key.words) {
      target.words[offset] = value.words[offset]
    }
    for offset in 0..<(table.element.references - table.key.references) {
      target.references[offset] = value.references[offset]
    }
  }

  /// Where the value of an entry stands.
  private func valuePlace(_ entry: Int, in table: HashTable) -> Registers {
    Registers(
      words: table.words + (entry * table.element.words + table.key.words),
      references: table.references + (entry * table.element.references + table.key.references)
    )
  }

  private func value(of entry: Int, in table: HashTable) -> ValueComparison.Value {
    let place = valuePlace(entry, in: table)
    return (UnsafePointer(place.words), UnsafePointer(place.references))
  }

  private func remove(_ entry: Int, from table: HashTable, _ type: Type) throws(Trap) {
    let own = try hash(type, ValueComparison.element(table, entry))
    let last = try hash(type, ValueComparison.element(table, table.count - 1))
    table.removeEntry(entry, own, lastHash: last)
  }

  // MARK: - Operations

  private func table(_ operand: Operand, _ registers: Registers) throws(Trap) -> HashTable {
    guard let table = registers.references[operand.slot.reference] as? HashTable else {
      throw Self.uninitialized
    }
    return table
  }

  /// Creates an empty dictionary or set.
  private func newTable(_ type: Type, capacity: Int = 0) throws(Trap) -> (HashTable, key: Type) {
    guard case .nominal(_, let arguments) = type, let key = arguments.first else {
      throw Trap("internal", "'\(type)' has no keys")
    }
    let element = Layout(of: type.elementType)
    let table = try HashTable(of: element, key: Layout(of: key), capacity: capacity, meter)
    return (table, key)
  }

  /// Carries out an operation on a dictionary or a set that changes none.
  func performOnTable(
    _ intrinsic: Intrinsic,
    _ operands: [Operand],
    into result: Operand,
    _ registers: Registers
  ) throws(Trap) {
    func store(_ object: HeapObject) { registers.references[result.slot.reference] = object }
    switch intrinsic {
    case .makeDictionary:
      let (table, key) = try newTable(result.type, capacity: operands.count / 2)
      for index in Swift.stride(from: 0, to: operands.count, by: 2) {
        let value = view(operands[index + 1], registers)
        try add(view(operands[index], registers), value, to: table, key)
      }
      store(table)
    case .makeSet:
      let (table, key) = try newTable(result.type, capacity: operands.count)
      for operand in operands { try insert(view(operand, registers), into: table, key) }
      store(table)
    case .toSet:
      let (elements, key) = try elements(operands[0], registers)
      store(try set(of: elements, key))
    case .uniqueKeys:
      let (pairs, _) = try elements(operands[0], registers)
      let (table, key) = try newTable(result.type, capacity: pairs.count)
      try charge(pairs.count)
      for index in 0..<pairs.count {
        let pair = ValueComparison.element(pairs, index)
        try add(pair, ValueComparison.next(pair, behind: key), to: table, key)
      }
      store(table)
    case .lookUp:
      let table = try table(operands[0], registers)
      let entry = try find(view(operands[1], registers), in: table, operands[1].type)
      storeOptional(entry.map { value(of: $0, in: table) }, into: result, registers)
    case .keys, .values:
      let table = try table(operands[0], registers)
      try charge(table.count)
      let layout = Layout(of: result.type.elementType)
      let array = try ArrayObject(of: layout, capacity: table.count, meter)
      for entry in 0..<table.count {
        let value =
          intrinsic == .keys
          ? ValueComparison.element(table, entry) : value(of: entry, in: table)
        try append(value, to: array)
      }
      store(array)
    case .containsMember:
      let table = try table(operands[0], registers)
      let entry = try find(view(operands[1], registers), in: table, operands[1].type)
      registers.words[result.slot.word] = entry == nil ? 0 : 1
    default: try performOnSets(intrinsic, operands, into: result, registers)
    }
  }

  /// Adds an entry whose key must be new.
  private func add(
    _ key: ValueComparison.Value,
    _ value: ValueComparison.Value,
    to table: HashTable,
    _ type: Type
  ) throws(Trap) {
    let (entry, isNew) = try findOrAdd(key, in: table, type)
    guard isNew else {
      var describer = ValueDescriber(machine: self)
      try describer.append(type, key.words, key.references, isNested: true)
      throw Trap(
        "duplicate-key",
        "the key \(describer.text) stands here twice",
        help: "say which value wins: 'Dictionary(pairs, uniquingKeysWith: { first, _ in first })'"
      )
    }
    setValue(value, of: entry, in: table)
  }

  /// Returns a set of the elements of an array.
  func set(of elements: ArrayObject, _ key: Type) throws(Trap) -> HashTable {
    if let table = elements as? HashTable, table.key == table.element { return table }
    let table = try HashTable(
      of: elements.element,
      key: elements.element,
      capacity: elements.count,
      meter
    )
    try charge(elements.count)
    for index in 0..<elements.count {
      try insert(ValueComparison.element(elements, index), into: table, key)
    }
    return table
  }

  // MARK: - Changes in place

  /// Carries out an operation that changes the dictionary or the set in a register.
  func mutateTable(
    _ intrinsic: Intrinsic,
    _ target: Operand,
    _ operands: [Operand],
    into result: Operand,
    _ registers: Registers
  ) throws(Trap) {
    guard case .nominal(_, let arguments) = target.type,
      let table = try unique(registers.references + target.slot.reference) as? HashTable
    else { throw Self.uninitialized }
    let type = arguments[0]
    func key() -> ValueComparison.Value { view(operands[0], registers) }
    func number(_ value: Int) {
      registers.words[result.slot.word] = UInt64(bitPattern: Int64(value))
    }
    switch intrinsic {
    case .findEntry: number(try find(key(), in: table, type) ?? -1)
    case .insertEntry:
      number(try set(key(), view(operands[1], registers), in: table, type))
    case .takeEntry:
      let place = valuePlace(registers.int(operands[0]), in: table)
      copy((UnsafePointer(place.words), UnsafePointer(place.references)), to: result, registers)
      for offset in 0..<result.slot.layout.references { place.references[offset] = nil }
    case .putEntry:
      setValue(view(operands[1], registers), of: registers.int(operands[0]), in: table)
    case .assignEntry:
      let optional = view(operands[1], registers)
      guard optional.words[0] == 0 else {
        _ = try set(key(), ValueComparison.wrapped(optional), in: table, type)
        return
      }
      if let entry = try find(key(), in: table, type) { try remove(entry, from: table, type) }
    case .updateValue:
      let (entry, isNew) = try findOrAdd(view(operands[1], registers), in: table, type)
      storeOptional(isNew ? nil : value(of: entry, in: table), into: result, registers)
      setValue(view(operands[0], registers), of: entry, in: table)
    case .removeValue:
      let entry = try find(key(), in: table, type)
      storeOptional(entry.map { value(of: $0, in: table) }, into: result, registers)
      if let entry { try remove(entry, from: table, type) }
    case .groupEntry: try group(operands[1], by: key(), in: table, type, registers)
    case .insertMember:
      let (entry, isNew) = try findOrAdd(key(), in: table, type)
      registers.words[result.slot.word] = isNew ? 1 : 0
      let member = FunctionCompiler.part(1, of: result.slot, result.type)
      let operand = Operand(slot: member, type: type)
      copy(ValueComparison.element(table, entry), to: operand, registers)
    case .updateMember:
      let (entry, isNew) = try findOrAdd(key(), in: table, type)
      storeOptional(
        isNew ? nil : ValueComparison.element(table, entry),
        into: result,
        registers
      )
      table.set(entry, key().words, key().references)
    case .removeMember:
      let entry = try find(key(), in: table, type)
      storeOptional(entry.map { ValueComparison.element(table, $0) }, into: result, registers)
      if let entry { try remove(entry, from: table, type) }
    case .popFirst, .removeFirst:
      guard table.count > 0 else {
        if intrinsic == .popFirst { return storeOptional(nil, into: result, registers) }
        throw Self.removingFromEmpty
      }
      let first = ValueComparison.element(table, 0)
      if intrinsic == .popFirst {
        storeOptional(first, into: result, registers)
      } else {
        copy(first, to: result, registers)
      }
      try remove(0, from: table, type)
    case .removeAll: table.removeAll()
    default:
      let changed = try combined(intrinsic, table, operands[0], type, registers)
      registers.references[target.slot.reference] = changed
    }
  }

  /// Appends a value to the array that a key has, or makes the array.
  private func group(
    _ element: Operand,
    by key: ValueComparison.Value,
    in table: HashTable,
    _ type: Type,
    _ registers: Registers
  ) throws(Trap) {
    let (entry, isNew) = try findOrAdd(key, in: table, type)
    let place = valuePlace(entry, in: table).references
    if isNew {
      place.pointee = try ArrayObject(of: element.slot.layout, capacity: 0, meter)
    }
    try append(view(element, registers), to: unique(place))
  }

  private static let removingFromEmpty = Trap(
    "empty-set",
    "nothing can be removed from an empty set",
    help: "test 'isEmpty' first"
  )
}
