/// What cuts texts apart, and what replaces parts of them.
extension VirtualMachine {
  func performOnParts(
    _ intrinsic: Intrinsic,
    _ view: TextView,
    _ operands: [Operand],
    into result: Operand,
    _ registers: Registers
  ) throws(Trap) -> Bool {
    let text = view.text
    func other(_ position: Int = 1) throws(Trap) -> String {
      try string(operands[position], registers)
    }
    switch intrinsic {
    case .split:
      guard let separator = try other().first else { return true }
      try charge(text.utf8.count / 4)
      let parts = text.split(
        separator: separator,
        maxSplits: try splitCount(operands[2], registers),
        omittingEmptySubsequences: registers.words[operands[3].slot.word] != 0
      )
      try store(parts, of: view, result, registers)
    case .splitByText:
      let ranges = try ranges(of: other(), in: text)
      let omits = registers.words[operands[3].slot.word] != 0
      let most = try splitCount(operands[2], registers)
      let parts = Self.parts(of: text, between: ranges, most: most, omittingEmpty: omits)
      try store(parts, of: view, result, registers)
    case .splitWhere:
      let predicate = try closure(operands[3], registers)
      var separators: [Range<String.Index>] = []
      for index in text.indices where try isTrue(predicate, of: text[index]) {
        separators.append(index..<text.index(after: index))
      }
      let omits = registers.words[operands[2].slot.word] != 0
      let most = try splitCount(operands[1], registers)
      let parts = Self.parts(of: text, between: separators, most: most, omittingEmpty: omits)
      try store(parts, of: view, result, registers)
    case .components:
      let ranges = try ranges(of: other(), in: text)
      let parts = Self.parts(of: text, between: ranges, most: .max, omittingEmpty: false)
      try store(parts, of: view, result, registers)
    case .componentsBySet:
      let set = CharacterSetValue(operands[1], registers)
      try charge(text.utf8.count / 4)
      let scalars = text.unicodeScalars
      let ranges = scalars.indices.filter { set.contains(scalars[$0]) }
        .map { $0..<scalars.index(after: $0) }
      let parts = Self.parts(of: text, between: ranges, most: .max, omittingEmpty: false)
      try store(parts, of: view, result, registers)
    case .trimmed:
      let set = CharacterSetValue(operands[1], registers)
      try charge(text.utf8.count / 16)
      let scalars = text.unicodeScalars
      let start = scalars.firstIndex { !set.contains($0) } ?? scalars.endIndex
      let rest = scalars[start...]
      let end = rest.lastIndex { !set.contains($0) }.map { scalars.index(after: $0) } ?? start
      try store(text[start..<end], result.slot, registers)
    case .replaceOccurrences, .replaceAll:
      let replacement = try other(2)
      let ranges =
        intrinsic == .replaceAll
        ? try characterRanges(of: other(), in: text) : try ranges(of: other(), in: text)
      let parts = Self.parts(of: text, between: ranges, most: .max, omittingEmpty: false)
      let (added, overflow) = replacement.utf8.count.multipliedReportingOverflow(by: ranges.count)
      try meter.reserve(overflow ? Int.max : added)
      meter.release(added)
      try store(parts.joined(separator: replacement), result.slot, registers)
    case .prefixWhile, .dropWhile:
      let predicate = try closure(operands[1], registers)
      var end = text.startIndex
      while end < text.endIndex, try isTrue(predicate, of: text[end]) {
        end = text.index(after: end)
      }
      let part = intrinsic == .prefixWhile ? text[..<end] : text[end...]
      try store(part, of: view, result.slot, registers)
    case .padded:
      try pad(text, operands, into: result.slot, registers)
    default: return false
    }
    return true
  }

  private func splitCount(_ operand: Operand, _ registers: Registers) throws(Trap) -> Int {
    let count = registers.int(operand)
    try checkCount(count)
    return count
  }

  /// Returns what stands between separators.
  private static func parts(
    of text: String,
    between separators: [Range<String.Index>],
    most: Int,
    omittingEmpty: Bool
  ) -> [Substring] {
    var parts: [Substring] = []
    var start = text.startIndex
    for separator in separators where parts.count < most {
      if !omittingEmpty || start < separator.lowerBound {
        parts.append(text[start..<separator.lowerBound])
      }
      start = separator.upperBound
    }
    if !omittingEmpty || start < text.endIndex { parts.append(text[start...]) }
    return parts
  }

  /// Stores parts of a text as an array of `Substring` or `String`.
  private func store(
    _ parts: [Substring],
    of view: TextView,
    _ result: Operand,
    _ registers: Registers
  ) throws(Trap) {
    try charge(parts.count)
    let layout = Layout(of: result.type.elementType)
    let array = try ArrayObject(of: layout, capacity: parts.count, meter)
    for part in parts {
      let index = try array.addElement()
      if layout.words > 0 { array.words[index] = UInt64(view.offset(of: part.startIndex)) }
      array.references[index] = try StringObject(String(part), meter)
    }
    registers.references[result.slot.reference] = array
  }

  /// `padding(toLength:withPad:startingAt:)`: lengths in UTF-16, as Foundation counts them.
  private func pad(
    _ text: String,
    _ operands: [Operand],
    into result: Slot,
    _ registers: Registers
  ) throws(Trap) {
    let (length, start) = (registers.int(operands[1]), registers.int(operands[3]))
    let pad = Array(try string(operands[2], registers).utf16)
    try checkCount(length)
    try meter.reserve(2 * min(length, Int.max / 4))
    defer { meter.release(2 * min(length, Int.max / 4)) }
    let units = Array(text.utf16)
    guard units.count < length else {
      return try store(
        String(decoding: units.prefix(length), as: UTF16.self),
        result,
        registers
      )
    }
    guard pad.indices.contains(start) else {
      throw Trap(
        "index-out-of-range",
        "the padding has \(pad.count) UTF-16 units, and it is to start at \(start)",
        help: "start at 0"
      )
    }
    let added = (0..<(length - units.count)).map { pad[(start + $0) % pad.count] }
    try store(String(decoding: units + added, as: UTF16.self), result, registers)
  }

  // MARK: - Changes in place

  /// Carries out an operation that changes the string in a register.
  func mutateText(
    _ intrinsic: Intrinsic,
    _ target: Operand,
    _ operands: [Operand],
    into result: Operand,
    _ registers: Registers
  ) throws(Trap) {
    let register = registers.references + target.slot.reference
    // Before anything else refers to the text: then it grows where it stands.
    if case .add = intrinsic {
      return try append(string(operands[0], registers), to: register)
    }
    let view = try text(target, registers)
    var text = view.text
    func index(_ position: Int) throws(Trap) -> String.Index {
      try view.index(registers.int(operands[position]))
    }
    func count() throws(Trap) -> Int {
      let count = registers.int(operands[0])
      try checkCount(count)
      guard count <= text.count else { throw TextView.outOfRange }
      return count
    }
    try charge(text.utf8.count / 16)
    switch intrinsic {
    case .appendContents:
      let (characters, _) = try elements(operands[0], registers)
      return try append(joined(characters).text, to: register)
    case .insert, .insertContents:
      let inserted =
        operands[0].type.isText || operands[0].type == .character
        ? try string(operands[0], registers)
        : try joined(elements(operands[0], registers).array).text
      text.insert(contentsOf: inserted, at: try index(1))
    case .removeAt:
      let index = try view.indexOfCharacter(registers.int(operands[0]))
      registers.references[result.slot.reference] = try characterObject(text.remove(at: index))
    case .removeFirst, .removeLast:
      guard !text.isEmpty else { throw TextView.outOfRange }
      let removed = intrinsic == .removeFirst ? text.removeFirst() : text.removeLast()
      registers.references[result.slot.reference] = try characterObject(removed)
    case .popLast:
      registers.words[result.slot.word] = text.isEmpty ? 0 : 1
      if let removed = text.popLast() {
        registers.references[result.slot.reference] = try characterObject(removed)
      }
    case .removeFirstCount: text.removeFirst(try count())
    case .removeLastCount: text.removeLast(try count())
    case .removeAll: text = ""
    case .removeAllWhere:
      let predicate = try closure(operands[0], registers)
      var kept = ""
      for character in text where try !isTrue(predicate, of: character) { kept.append(character) }
      text = kept
    case .removeRange, .replaceRange:
      var upper = Int(bitPattern: UInt(registers.words[operands[0].slot.word + 1]))
      if case .nominal(.closedRange, _) = operands[0].type {
        let last = try view.indexOfCharacter(upper)
        upper = view.offset(of: text.index(after: last))
      }
      let range = try view.range(registers.int(operands[0])..<upper)
      let replacement = operands.count > 1 ? try string(operands[1], registers) : ""
      text.replaceSubrange(range, with: replacement)
    default: throw Trap("internal", "'\(intrinsic.rawValue)' is not carried out")
    }
    register.pointee = try StringObject(text, meter)
  }
}
