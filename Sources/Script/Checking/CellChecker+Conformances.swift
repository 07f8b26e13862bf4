import Diagnostics

/// What types of the lesson conform to, of the standard library's protocols.
extension CellChecker {
  private static let conformances: [String: Set<Trait>] = [
    "Equatable": [.equatable], "Hashable": [.hashable, .equatable],
    "Comparable": [.comparable, .equatable], "Error": [.error], "CaseIterable": [.caseIterable],
    "CustomStringConvertible": [.customStringConvertible],
    "CustomDebugStringConvertible": [.customDebugStringConvertible], "Sendable": [],
  ]

  /// Takes the protocols behind a declaration's colon in.
  func readConformances(_ node: TypeDeclarationNode, of type: Type) {
    for inherited in node.inherited {
      guard case .name(let name, _) = inherited.kind else { continue }
      if let traits = Self.conformances[name] {
        guard let declaration = type.declaration else {
          report(
            "unsupported",
            "a conformance of '\(type)' is not part of the language",
            at: inherited.span,
            help: "write the members that you need without it"
          )
          continue
        }
        conform(declaration, to: traits)
      } else if type.declaration?.rawType == nil || inherited.span != node.inherited[0].span {
        reportProtocol(name, at: inherited.span)
      }
    }
  }

  private func reportProtocol(_ name: String, at span: SourceSpan) {
    guard typeNamed(name) != .invalid else { return }
    report(
      "unsupported",
      "'\(name)' behind a type's colon is not part of the language",
      at: span,
      help:
        "a type may be \(Self.conformances.keys.sorted().map { "'\($0)'" }.joined(separator: ", "))"
    )
  }

  func conform(_ declaration: DeclaredType, to traits: Set<Trait>) {
    session.conformances[declaration, default: Conformance()].traits.formUnion(traits)
    inference.conformances[declaration, default: Conformance()].traits.formUnion(traits)
  }

  /// Finds the functions that a type's conformances rest on, and reports those that are missing.
  func checkConformances(of declaration: DeclaredType, _ node: TypeDeclarationNode) {
    var conformance = session.conformances[declaration] ?? Conformance()
    let type = Type.nominal(.declared(declaration), [])
    conformance.equality = operatorFunction("==", on: type)
    conformance.order = operatorFunction("<", on: type)
    conformance.hash = hashFunction(of: type)
    conformance.description = getter("description", of: type)
    conformance.debugDescription = getter("debugDescription", of: type)
    session.conformances[declaration] = conformance
    inference.conformances[declaration] = conformance
    guard let inherited = node.inherited.first else { return }
    for (trait, help) in missing(conformance, of: declaration) {
      report(
        "missing-conformance",
        "'\(declaration.name)' is not '\(trait.rawValue)'",
        at: inherited.span,
        help: help
      )
    }
  }

  private func missing(
    _ conformance: Conformance,
    of declaration: DeclaredType
  ) -> [(Trait, help: String)] {
    let name = declaration.shortName
    let parts =
      declaration.fields.map(\.type) + declaration.cases.flatMap { $0.payload.map(\.type) }
    var missing: [(Trait, help: String)] = []
    for trait in conformance.traits.sorted(by: { $0.rawValue < $1.rawValue }) {
      switch trait {
      case .equatable where conformance.equality == nil,
        .hashable where conformance.hash == nil:
        guard let other = parts.first(where: { !inference.conforms($0, to: trait) }) else {
          continue
        }
        missing.append(
          (
            trait,
            "'\(inference.describe(other))' is not '\(trait.rawValue)': write "
              + (trait == .equatable
                ? "'static func == (a: \(name), b: \(name)) -> Bool { … }'"
                : "'func hash(into hasher: inout Hasher) { … }'")
          )
        )
      case .comparable where conformance.order == nil:
        let isSynthesized =
          declaration.kind == .enumeration && declaration.rawType == nil
          && parts.allSatisfy { inference.conforms($0, to: .comparable) }
        if !isSynthesized {
          missing.append(
            (trait, "write 'static func < (a: \(name), b: \(name)) -> Bool { … }'")
          )
        }
      case .customStringConvertible where conformance.description == nil:
        missing.append((trait, "write 'var description: String { … }'"))
      case .customDebugStringConvertible where conformance.debugDescription == nil:
        missing.append((trait, "write 'var debugDescription: String { … }'"))
      case .caseIterable where !declaration.isPlainEnumeration:
        missing.append((trait, "only an enumeration without associated values has all cases"))
      default: break
      }
    }
    return missing
  }

  private func operatorFunction(_ name: String, on type: Type) -> FunctionID? {
    lessonMembers[name]?.first { callable in
      callable.kind == .function && callable.parameters.map(\.type) == [type, type]
        && callable.result == .bool
    }?.function
  }

  private func hashFunction(of type: Type) -> FunctionID? {
    lessonMembers["hash"]?.first { callable in
      callable.owner == type && callable.kind == .method
        && callable.parameters.map(\.label) == ["into"]
        && callable.parameters.map(\.type) == [.inout(.nominal(.hasher, []))]
    }?.function
  }

  private func getter(_ name: String, of type: Type) -> FunctionID? {
    lessonMembers[name]?.first { $0.kind == .property && $0.owner == type && $0.result == .string }?
      .function
  }
}
