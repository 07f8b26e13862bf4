/// Writes values as Swift prints them, by their static type.
struct ValueDescriber {
  /// How values of host types are written.
  enum HostForm {
    case display
    case exact
  }

  var hostForm = HostForm.display
  /// Where the text may not grow any further.
  var limit = 16 << 20
  var text = ""

  /// Appends a value; inside collections strings are quoted.
  mutating func append(
    _ type: Type,
    _ words: UnsafePointer<UInt64>,
    _ references: UnsafePointer<HeapObject?>,
    isNested: Bool = false
  ) {
    guard text.utf8.count < limit else { return }
    switch type {
    case .nominal(let nominal, let arguments):
      append(nominal, arguments, words, references, isNested: isNested)
    case .tuple(let elements):
      text += "("
      var word = words
      var reference = references
      for (index, element) in elements.enumerated() {
        if index > 0 { text += ", " }
        if let label = element.label { text += label + ": " }
        append(element.type, word, reference, isNested: true)
        let layout = Layout(of: element.type)
        word += layout.words
        reference += layout.references
      }
      text += ")"
    case .function: text += "(Function)"
    case .inout(let type): append(type, words, references, isNested: isNested)
    case .variable, .parameter, .element, .invalid: break
    }
  }

  private mutating func append(
    _ nominal: Nominal,
    _ arguments: [Type],
    _ words: UnsafePointer<UInt64>,
    _ references: UnsafePointer<HeapObject?>,
    isNested: Bool
  ) {
    switch nominal {
    case .int: text += String(Int(bitPattern: UInt(words[0])))
    case .double: text += Double(bitPattern: words[0]).description
    case .float: text += Float(word: words[0]).description
    case .bool: text += words[0] != 0 ? "true" : "false"
    case .string:
      let value = (references[0] as? StringObject)?.text ?? ""
      text += isNested ? value.debugDescription : value
    case .range, .closedRange:
      append(arguments[0], words, references, isNested: true)
      text += nominal == .range ? "..<" : "..."
      append(arguments[0], words + 1, references, isNested: true)
    case .optional:
      guard words[0] != 0 else {
        text += "nil"
        return
      }
      text += "Optional("
      append(arguments[0], words + 1, references, isNested: true)
      text += ")"
    case .array, .arraySlice:
      guard let array = references[0] as? ArrayObject else { return }
      text += "["
      for index in 0..<array.count {
        if index > 0 { text += ", " }
        append(
          arguments[0],
          array.words + index * array.element.words,
          array.references + index * array.element.references,
          isNested: true
        )
      }
      text += "]"
    case .host:
      guard let object = (references[0] as? HostBox)?.value else { return }
      text +=
        hostForm == .exact
        ? object.exactText : isNested ? object.nestedText : object.displayText
    case .zip2Sequence, .enumeratedSequence, .reversedCollection, .strideTo, .strideThrough:
      text += nominal.name
    }
  }
}

/// Equality and order of values, by their static type.
enum ValueComparison {
  typealias Value = (words: UnsafePointer<UInt64>, references: UnsafePointer<HeapObject?>)

  static func areEqual(_ type: Type, _ a: Value, _ b: Value) -> Bool {
    switch type {
    case .nominal(let nominal, let arguments):
      switch nominal {
      case .int, .bool: return a.words[0] == b.words[0]
      case .double: return Double(bitPattern: a.words[0]) == Double(bitPattern: b.words[0])
      case .float: return Float(word: a.words[0]) == Float(word: b.words[0])
      case .string:
        return (a.references[0] as? StringObject)?.text == (b.references[0] as? StringObject)?.text
      case .range, .closedRange:
        return areEqual(arguments[0], a, b)
          && areEqual(arguments[0], (a.words + 1, a.references), (b.words + 1, b.references))
      case .optional:
        guard a.words[0] == b.words[0] else { return false }
        return a.words[0] == 0
          || areEqual(arguments[0], (a.words + 1, a.references), (b.words + 1, b.references))
      case .array, .arraySlice, .zip2Sequence, .enumeratedSequence, .reversedCollection,
        .strideTo, .strideThrough:
        guard let x = a.references[0] as? ArrayObject, let y = b.references[0] as? ArrayObject
        else { return false }
        // The same array is not equal to itself where it holds NaN, as in Swift.
        return x.count == y.count
          && (0..<x.count).allSatisfy { areEqual(arguments[0], element(x, $0), element(y, $0)) }
      case .host:
        guard let x = a.references[0] as? HostBox, let y = b.references[0] as? HostBox else {
          return false
        }
        return x.value.isEqual(to: y.value) ?? false
      }
    case .tuple(let elements):
      return compareTuples(elements, a, b) { areEqual($0, $1, $2) ? nil : false } ?? true
    case .function, .inout, .variable, .parameter, .element, .invalid: return false
    }
  }

  static func isLess(_ type: Type, _ a: Value, _ b: Value) -> Bool {
    switch type {
    case .nominal(.double, _): Double(bitPattern: a.words[0]) < Double(bitPattern: b.words[0])
    case .nominal(.float, _): Float(word: a.words[0]) < Float(word: b.words[0])
    case .nominal(.string, _):
      ((a.references[0] as? StringObject)?.text ?? "")
        < ((b.references[0] as? StringObject)?.text ?? "")
    case .nominal: Int(bitPattern: UInt(a.words[0])) < Int(bitPattern: UInt(b.words[0]))
    case .tuple(let elements):
      compareTuples(elements, a, b) { areEqual($0, $1, $2) ? nil : isLess($0, $1, $2) } ?? false
    case .function, .inout, .variable, .parameter, .element, .invalid: false
    }
  }

  static func element(_ array: ArrayObject, _ index: Int) -> Value {
    (
      UnsafePointer(array.words + index * array.element.words),
      UnsafePointer(array.references + index * array.element.references)
    )
  }

  /// Walks two tuples side by side until a pair of elements decides.
  private static func compareTuples(
    _ elements: [Type.TupleElement],
    _ a: Value,
    _ b: Value,
    _ decide: (Type, Value, Value) -> Bool?
  ) -> Bool? {
    var a = a
    var b = b
    for element in elements {
      if let decision = decide(element.type, a, b) { return decision }
      let layout = Layout(of: element.type)
      a = (a.words + layout.words, a.references + layout.references)
      b = (b.words + layout.words, b.references + layout.references)
    }
    return nil
  }
}
