import Diagnostics
import Script
import SwiftSyntax

extension Lowering {
  mutating func type(_ node: TypeSyntax) -> TypeNode {
    let span = span(node)
    return deeper(at: node, TypeNode(.invalid, at: span)) {
      TypeNode($0.typeKind(node, at: span), at: span)
    }
  }

  private mutating func typeKind(_ node: TypeSyntax, at span: SourceSpan) -> TypeNode.Kind {
    switch node.as(TypeSyntaxEnum.self) {
    case .identifierType(let type):
      let arguments = type.genericArgumentClause?.arguments.compactMap { argument -> TypeNode? in
        guard case .type(let type) = argument.argument else { return nil }
        return self.type(type)
      }
      return .name(Self.name(type.name), arguments: arguments ?? [])
    case .arrayType(let type): return .array(self.type(type.element))
    case .dictionaryType(let type): return .dictionary(self.type(type.key), self.type(type.value))
    case .optionalType(let type): return .optional(self.type(type.wrappedType))
    case .tupleType(let type):
      let elements = type.elements.map { (label: $0.firstName?.text, type: self.type($0.type)) }
      if elements.count == 1, elements[0].label == nil { return elements[0].type.kind }
      return .tuple(elements)
    case .functionType(let type):
      if let effects = type.effectSpecifiers { refuseUnknownEffects(effects) }
      return .function(
        type.parameters.map { self.type($0.type) },
        throws: type.effectSpecifiers?.throwsClause != nil,
        result: self.type(type.returnClause.type)
      )
    case .memberType(let type): return .member(self.type(type.baseType), type.name.text)
    case .attributedType(let type):
      if type.specifiers.contains(where: { $0.trimmedDescription == "inout" }) {
        return .inout(self.type(type.baseType))
      }
      // `@escaping` says nothing about the value.
      return self.type(type.baseType).kind
    case .someOrAnyType(let type):
      // `any Error` is the only existential type of the language.
      guard type.someOrAnySpecifier.text == "any" else {
        unsupported(.generics, at: span)
        return .invalid
      }
      return self.type(type.constraint).kind
    case .implicitlyUnwrappedOptionalType(let type):
      return .implicitlyUnwrapped(self.type(type.wrappedType))
    case .missingType: return .invalid
    default:
      unsupported(.other, at: span)
      return .invalid
    }
  }
}
