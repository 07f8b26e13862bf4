/// A structure or an enumeration that the lesson declares.
///
/// A class, because two declarations of the same form are two types. The checker that creates it
/// completes it before anything else sees it, and nothing changes it afterwards: that is what makes
/// the class `Sendable`.
public final class DeclaredType: @unchecked Sendable {
  /// Which kind of type it is.
  enum Kind: Sendable {
    case structure
    case enumeration
  }

  /// A stored property of a structure.
  struct Field: Sendable {
    var name: String
    var type: Type
    var isConstant: Bool
    /// What it holds where no initializer says otherwise.
    var initialValue: TypedExpression?
    var isPrivate = false
  }

  /// A case of an enumeration.
  struct Case: Sendable {
    var name: String
    /// The associated values.
    var payload: [Type.TupleElement]
    /// Whether the associated values stand in an object of their own.
    var isIndirect: Bool
    var rawValue: TypedExpression?

    /// The associated values as one value; none where there are none.
    var payloadType: Type { .tuple(payload) }
    /// The registers of the associated values inside a value of the enumeration.
    var storedLayout: Layout {
      isIndirect && !payload.isEmpty
        ? Layout(words: 0, references: 1) : Layout(of: payloadType)
    }
  }

  /// The name, with the names of the types around it: `Outer.Inner`.
  let name: String
  /// The name as Swift prints it inside of another value.
  let qualifiedName: String
  let kind: Kind
  var fields: [Field] = []
  var cases: [Case] = []
  /// The type of the cases' raw values.
  var rawType: Type?
  /// Whether its static methods build the value of a closure's lines.
  var isResultBuilder = false
  /// The registers that a value takes; known once all types of the cell are.
  var layout = Layout(words: 0, references: 0)
  /// How many types it is made of, itself and those in place in a value; known with the layout.
  var size = 1

  /// Creates a type that has neither fields nor cases yet.
  ///
  /// - Parameters:
  ///   - name: The name, with the names of the types around it.
  ///   - kind: Which kind of type it is.
  ///   - isInLibraryType: Whether the outermost type around it is one of Swift's, which it extends.
  init(_ name: String, _ kind: Kind, isInLibraryType: Bool = false) {
    self.name = name
    qualifiedName = (isInLibraryType ? "(extension in main):Swift." : "main.") + name
    self.kind = kind
  }

  /// The name without the names of the types around it.
  var shortName: String { String(name.split(separator: ".").last ?? "") }

  /// Whether every case goes without associated values.
  var isPlainEnumeration: Bool { kind == .enumeration && cases.allSatisfy(\.payload.isEmpty) }

  /// The index of a stored property.
  func fieldIndex(_ name: String) -> Int? { fields.firstIndex { $0.name == name } }

  /// The index of a case.
  func caseIndex(_ name: String) -> Int? { cases.firstIndex { $0.name == name } }
}

extension DeclaredType: Hashable {
  /// Whether two are the same declaration.
  public static func == (left: DeclaredType, right: DeclaredType) -> Bool { left === right }

  /// Hashes the declaration's identity.
  public func hash(into hasher: inout Hasher) { hasher.combine(ObjectIdentifier(self)) }
}
