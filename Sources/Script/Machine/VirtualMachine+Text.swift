/// A text as an operand holds it: a `String`, or a `Substring` with the place it was cut from.
///
/// A `String.Index` is the number of UTF-8 bytes before it in the whole text.
struct TextView {
  let text: String
  /// Where the text begins in the one that it was cut from.
  let start: Int

  /// The index behind the text.
  var end: Int { start + text.utf8.count }

  /// Returns Swift's index for one of the language.
  func index(_ offset: Int) throws(Trap) -> String.Index {
    guard offset >= start, offset <= end else { throw Self.outOfRange }
    return text.utf8.index(text.startIndex, offsetBy: offset - start)
  }

  /// Returns Swift's index of a character.
  func indexOfCharacter(_ offset: Int) throws(Trap) -> String.Index {
    let index = try index(offset)
    guard index < text.endIndex else { throw Self.outOfRange }
    return index
  }

  /// Returns Swift's range for bounds of the language.
  func range(_ bounds: Range<Int>) throws(Trap) -> Range<String.Index> {
    try index(bounds.lowerBound)..<index(bounds.upperBound)
  }

  /// Returns the index of the language for Swift's.
  func offset(of index: String.Index) -> Int {
    start + text.utf8.distance(from: text.startIndex, to: index)
  }

  static let outOfRange = Trap(
    "index-out-of-range",
    "this index is out of range of the text",
    help: "an index lies in 'startIndex..<endIndex'"
  )
}

/// Strings, substrings and characters.
extension VirtualMachine {
  // MARK: - Values

  func text(_ operand: Operand, _ registers: Registers) throws(Trap) -> TextView {
    let start = operand.type == .substring ? registers.int(operand) : 0
    return TextView(text: try string(operand, registers), start: start)
  }

  /// Returns an object for a character; those of ASCII are made once.
  func characterObject(_ character: Character) throws(Trap) -> StringObject {
    guard let ascii = character.asciiValue, character != "\r\n" else {
      return try StringObject(String(character), meter)
    }
    if let known = asciiCharacters[Int(ascii)] { return known }
    let object = try StringObject(String(character), meter)
    asciiCharacters[Int(ascii)] = object
    return object
  }

  /// Returns the characters of a text as an array.
  func characters(of text: String) throws(Trap) -> ArrayObject {
    try charge(text.utf8.count / 4)
    let array = try ArrayObject(of: Layout(words: 0, references: 1), capacity: 0, meter)
    for character in text {
      let index = try array.addElement()
      array.references[index] = try characterObject(character)
    }
    return array
  }

  /// Returns the text of an array of characters or strings.
  func joined(_ array: ArrayObject, separator: String = "") throws(Trap) -> StringObject {
    try charge(array.count / 4)
    var bytes = 0
    for index in 0..<array.count {
      bytes += ValueComparison.text(ValueComparison.element(array, index)).utf8.count
      bytes += separator.utf8.count
    }
    try meter.reserve(bytes)
    defer { meter.release(bytes) }
    var text = ""
    text.reserveCapacity(bytes)
    for index in 0..<array.count {
      if index > 0 { text += separator }
      text += ValueComparison.text(ValueComparison.element(array, index))
    }
    return try StringObject(text, meter)
  }

  /// Puts a text into the registers of a result: a `String` or, with its place, a `Substring`.
  func store(
    _ text: some StringProtocol,
    from start: Int = 0,
    _ result: Slot,
    _ registers: Registers
  ) throws(Trap) {
    if result.layout.words > 0 { registers.words[result.word] = UInt64(start) }
    registers.references[result.reference] = try StringObject(String(text), meter)
  }

  // MARK: - Operations

  /// The string in a register.
  func text(
    _ references: UnsafeMutablePointer<HeapObject?>,
    _ register: Int
  ) throws(Trap) -> String {
    guard !references.isEmpty(register) else { throw Self.uninitialized }
    return references.string(register)._withUnsafeGuaranteedRef { $0.text }
  }

  /// Joins two texts, once there is known to be room for the whole.
  func joined(_ first: String, _ second: String) throws(Trap) -> StringObject {
    let count = first.utf8.count + second.utf8.count
    try meter.reserve(count)
    meter.release(count)
    try charge(count / 64)
    return try StringObject(first + second, meter)
  }

  /// Appends to the string in a register, in place where nothing else refers to it.
  func append(
    _ other: String,
    to register: UnsafeMutablePointer<HeapObject?>
  ) throws(Trap) {
    guard !register.isEmpty(0) else { throw Self.uninitialized }
    try charge(other.utf8.count / 16)
    if !isKnownUniquelyReferenced(&register.pointee) {
      let text = try text(register, 0)
      try charge(text.utf8.count / 16)
      register.pointee = try StringObject(text, meter)
    }
    try register.string(0).takeUnretainedValue().append(other)
  }

  /// Returns how many characters a text has.
  func characterCount(_ text: String) throws(Trap) -> Int {
    try charge(text.utf8.count / 16)
    // In ASCII a character is a byte, but for the two of a line's end.
    let isPlain = text.utf8.withContiguousStorageIfAvailable { bytes in
      var all: UInt8 = 0
      var hasReturn = false
      for byte in bytes {
        all |= byte
        hasReturn = hasReturn || byte == UInt8(ascii: "\r")
      }
      return all < 0x80 && !hasReturn
    }
    return isPlain == true ? text.utf8.count : text.count
  }

  /// Carries out an operation on a text; false where it is none of its own.
  func performOnText(
    _ intrinsic: Intrinsic,
    _ operands: [Operand],
    into result: Operand,
    _ registers: Registers
  ) throws(Trap) -> Bool {
    let view = try text(operands[0], registers)
    let text = view.text
    let target = result.slot.word
    func flag(_ value: Bool) { registers.words[target] = value ? 1 : 0 }
    func number(_ value: Int) { registers.words[target] = UInt64(bitPattern: Int64(value)) }
    func other() throws(Trap) -> String { try string(operands[1], registers) }
    switch intrinsic {
    case .isEmpty: flag(text.isEmpty)
    case .count: number(try characterCount(text))
    case .hasPrefix, .hasSuffix:
      let other = try other()
      try charge(min(text.utf8.count, other.utf8.count) / 4)
      flag(intrinsic == .hasPrefix ? text.hasPrefix(other) : text.hasSuffix(other))
    case .textContains:
      try charge(text.utf8.count / 16)
      flag(text.contains(try other()))
    case .contains:
      guard let character = try other().first else { return true }
      try charge(text.utf8.count / 4)
      flag(text.contains(character))
    case .uppercased, .lowercased:
      try charge(text.utf8.count / 4)
      let changed = intrinsic == .uppercased ? text.uppercased() : text.lowercased()
      try store(changed, result.slot, registers)
    case .capitalized:
      try charge(text.utf8.count)
      try store(Self.capitalized(text), result.slot, registers)
    case .add: registers.references[result.slot.reference] = try joined(text, other())
    case .repeatText:
      let count = registers.int(operands[1])
      try checkCount(count)
      let (bytes, overflow) = count.multipliedReportingOverflow(by: text.utf8.count)
      try meter.reserve(overflow ? Int.max / 2 : bytes)
      meter.release(bytes)
      try charge(bytes / 64)
      let repeated = text.isEmpty ? "" : String(repeating: text, count: count)
      try store(repeated, result.slot, registers)
    case .utf8, .utf16, .unicodeScalars:
      registers.references[result.slot.reference] = try units(intrinsic, of: text)
    case .first, .last:
      registers.words[target] = text.isEmpty ? 0 : 1
      if let character = intrinsic == .first ? text.first : text.last {
        registers.references[result.slot.reference] = try characterObject(character)
      }
    case .prefix, .suffix, .dropFirst, .dropLast:
      let count = registers.int(operands[1])
      try checkCount(count)
      try charge(text.utf8.count / 16)
      try store(Self.part(intrinsic, of: text, count), of: view, result.slot, registers)
    case .slice, .sliceFrom, .sliceUpTo, .sliceThrough:
      let range = try range(intrinsic, operands[1], of: view, registers)
      try charge(text.utf8.distance(from: range.lowerBound, to: range.upperBound) / 64)
      try store(text[range], of: view, result.slot, registers)
    case .parseBool:
      registers.words[target] = Bool(text) == nil ? 0 : 1
      registers.words[target + 1] = Bool(text) == true ? 1 : 0
    case .toCharacter:
      guard text.count == 1, let character = text.first else {
        throw Trap(
          "not-a-character",
          "a 'Character' cannot be made of \(text.count) characters",
          help: "take one of them, such as 'text.first'"
        )
      }
      registers.references[result.slot.reference] = try characterObject(character)
    case .characterAt:
      let index = try view.indexOfCharacter(registers.int(operands[1]))
      registers.references[result.slot.reference] = try characterObject(text[index])
    default:
      if try performOnIndices(intrinsic, view, operands, into: result, registers) { return true }
      return try performOnParts(intrinsic, view, operands, into: result, registers)
    }
    return true
  }

  private static func part(_ intrinsic: Intrinsic, of text: String, _ count: Int) -> Substring {
    switch intrinsic {
    case .prefix: text.prefix(count)
    case .suffix: text.suffix(count)
    case .dropFirst: text.dropFirst(count)
    default: text.dropLast(count)
    }
  }

  /// Stores a part of a text with its place in the whole.
  func store(
    _ part: Substring,
    of view: TextView,
    _ result: Slot,
    _ registers: Registers
  ) throws(Trap) {
    try store(part, from: view.offset(of: part.startIndex), result, registers)
  }

  /// The range that a subscript of a text is given.
  private func range(
    _ intrinsic: Intrinsic,
    _ bounds: Operand,
    of view: TextView,
    _ registers: Registers
  ) throws(Trap) -> Range<String.Index> {
    let first = registers.int(bounds)
    var (lower, upper) = (view.start, view.end)
    switch intrinsic {
    case .sliceFrom: lower = first
    case .sliceUpTo: upper = first
    case .sliceThrough: upper = try behind(first, in: view)
    default:
      lower = first
      upper = Int(bitPattern: UInt(registers.words[bounds.slot.word + 1]))
      if case .nominal(.closedRange, _) = bounds.type { upper = try behind(upper, in: view) }
    }
    guard lower <= upper else { throw TextView.outOfRange }
    return try view.range(lower..<upper)
  }

  /// The index behind the character at an index.
  private func behind(_ offset: Int, in view: TextView) throws(Trap) -> Int {
    view.offset(of: view.text.index(after: try view.indexOfCharacter(offset)))
  }

  // MARK: - Indices

  private func performOnIndices(
    _ intrinsic: Intrinsic,
    _ view: TextView,
    _ operands: [Operand],
    into result: Operand,
    _ registers: Registers
  ) throws(Trap) -> Bool {
    let text = view.text
    let target = result.slot.word
    func store(_ index: String.Index) {
      registers.words[target] = UInt64(view.offset(of: index))
    }
    func storeOptional(_ index: String.Index?) {
      registers.words[target] = index == nil ? 0 : 1
      registers.words[target + 1] = UInt64(index.map(view.offset) ?? 0)
    }
    switch intrinsic {
    case .startIndex: registers.words[target] = UInt64(view.start)
    case .endIndex: registers.words[target] = UInt64(view.end)
    case .indices:
      try charge(text.utf8.count / 4)
      let indices = try ArrayObject(of: Layout(words: 1, references: 0), capacity: 0, meter)
      for index in text.indices { try indices.addWord(UInt64(view.offset(of: index))) }
      registers.references[result.slot.reference] = indices
    case .indexAfter:
      registers.words[target] = UInt64(try behind(registers.int(operands[1]), in: view))
    case .indexBefore:
      let index = try view.index(registers.int(operands[1]))
      guard index > text.startIndex else { throw TextView.outOfRange }
      store(text.index(before: index))
    case .indexOffset:
      let (index, distance) = (
        try view.index(registers.int(operands[1])), registers.int(operands[2])
      )
      try charge(min(text.utf8.count, Int(clamping: distance.magnitude)) / 4)
      let limit = distance < 0 ? text.startIndex : text.endIndex
      guard let moved = text.index(index, offsetBy: distance, limitedBy: limit) else {
        throw TextView.outOfRange
      }
      store(moved)
    case .indexOffsetLimited:
      let (index, distance) = (
        try view.index(registers.int(operands[1])), registers.int(operands[2])
      )
      try charge(min(text.utf8.count, Int(clamping: distance.magnitude)) / 4)
      let limit = try view.index(registers.int(operands[3]))
      // A limit that lies in the other direction is none.
      let isLimit = distance < 0 ? limit <= index : limit >= index
      let end = distance < 0 ? text.startIndex : text.endIndex
      let moved = text.index(index, offsetBy: distance, limitedBy: isLimit ? limit : end)
      guard moved != nil || isLimit else { throw TextView.outOfRange }
      storeOptional(moved)
    case .distance:
      let (first, second) = (
        try view.index(registers.int(operands[1])), try view.index(registers.int(operands[2]))
      )
      try charge(text.utf8.count / 16)
      let distance = text.distance(from: first, to: second)
      registers.words[target] = UInt64(bitPattern: Int64(distance))
    case .firstIndexOf, .lastIndexOf:
      guard let character = try string(operands[1], registers).first else { return true }
      try charge(text.utf8.count / 4)
      storeOptional(
        intrinsic == .firstIndexOf
          ? text.firstIndex(of: character) : text.lastIndex(of: character)
      )
    case .textIndexWhere, .textLastIndexWhere:
      let predicate = try closure(operands[1], registers)
      let isLast = intrinsic == .textLastIndexWhere
      var found: String.Index?
      for index in text.indices where isLast || found == nil {
        if try isTrue(predicate, of: text[index]) { found = index }
      }
      storeOptional(found)
    case .rangeOf:
      let found = try ranges(of: string(operands[1], registers), in: text, most: 1).first
      registers.words[target] = found == nil ? 0 : 1
      registers.words[target + 1] = UInt64(found.map { view.offset(of: $0.lowerBound) } ?? 0)
      registers.words[target + 2] = UInt64(found.map { view.offset(of: $0.upperBound) } ?? 0)
    default: return false
    }
    return true
  }

  /// Makes the first letter of each word a capital and the others small, as Foundation does: an apostrophe
  /// between letters ends no word.
  private static func capitalized(_ text: String) -> String {
    var result = ""
    var isInWord = false
    for character in text {
      let scalars = character.unicodeScalars
      if !character.isLetter {
        result.append(character)
        isInWord = isInWord && (character == "'" || character == "’")
      } else if isInWord {
        result += character.lowercased()
      } else if let first = scalars.first {
        result += first.properties.titlecaseMapping
        result.unicodeScalars.append(contentsOf: scalars.dropFirst())
        isInWord = true
      }
    }
    return result
  }

  /// Calls a predicate on a character.
  func isTrue(_ predicate: ClosureObject, of character: Character) throws(Trap) -> Bool {
    let object = try characterObject(character)
    return try call(predicate) { (registers) throws(Trap) in
      registers.references[0] = object
    } _: { (registers) throws(Trap) in
      registers.words[0] != 0
    }
  }

  /// Returns where a text stands in another, from left to right and without overlaps.
  func ranges(
    of wanted: String,
    in text: String,
    most: Int = .max
  ) throws(Trap) -> [Range<String.Index>] {
    guard let first = wanted.utf8.first else { return [] }
    try charge(text.utf8.count / 4)
    var ranges: [Range<String.Index>] = []
    let bytes = text.utf8
    var start = bytes.startIndex
    while ranges.count < most, let place = bytes[start...].firstIndex(of: first) {
      let end = bytes.index(place, offsetBy: wanted.utf8.count, limitedBy: bytes.endIndex)
      guard let end else { break }
      // What begins or ends inside of a character is no occurrence.
      if bytes[place..<end].elementsEqual(wanted.utf8), isBoundary(place, in: text),
        isBoundary(end, in: text)
      {
        ranges.append(place..<end)
        start = end
      } else {
        start = bytes.index(after: place)
      }
    }
    return ranges
  }

  private func isBoundary(_ index: String.Index, in text: String) -> Bool {
    guard index > text.startIndex, index < text.endIndex else { return true }
    let before = text.index(before: index)
    return text.index(after: before) == index
  }

  /// Returns where some characters stand in a text, however they are written, one place behind another;
  /// no characters stand before each and at the end.
  func characterRanges(
    of wanted: String,
    in text: String
  ) throws(Trap) -> [Range<String.Index>] {
    let wanted = Array(wanted)
    var ranges: [Range<String.Index>] = []
    var start = text.startIndex
    while true {
      var end = start
      var matched = 0
      while matched < wanted.count, end < text.endIndex, text[end] == wanted[matched] {
        end = text.index(after: end)
        matched += 1
      }
      try charge(matched)
      if matched == wanted.count { ranges.append(start..<end) }
      guard start < text.endIndex else { return ranges }
      start = matched == wanted.count && matched > 0 ? end : text.index(after: start)
    }
  }
}
