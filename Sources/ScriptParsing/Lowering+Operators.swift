import Diagnostics
import Script
import SwiftSyntax

/// How tightly an operator of the standard library binds.
private enum Precedence: Int {
  case disjunction
  case conjunction
  case comparison
  case range
  case addition
  case multiplication
  case shift

  /// Whether operators of it may follow one another without parentheses.
  var isAssociative: Bool {
    switch self {
    case .disjunction, .conjunction, .addition, .multiplication: true
    case .comparison, .range, .shift: false
    }
  }

  /// Finds the precedence of an operator that is folded from the left or alone.
  init?(of name: String) {
    switch name {
    case "+", "-", "&+", "&-", "|", "^": self = .addition
    case "*", "/", "%", "&*", "&": self = .multiplication
    case "<", ">", "==", "<=", ">=", "!=": self = .comparison
    case "..<", "...": self = .range
    case "&&": self = .conjunction
    case "||": self = .disjunction
    case "<<", ">>": self = .shift
    default: return nil
    }
  }
}

/// An operator and the operand behind it.
private struct Link {
  var name: BinaryOperatorExprSyntax
  var precedence: Precedence
  var operand: ExprSyntax
}

/// Sequences of well-known operators, without the tree that swift-syntax makes of them: to search
/// its graph of precedence groups, and to build the tree, takes longer than all the rest of parsing.
extension Lowering {
  /// Lowers a sequence.
  ///
  /// - Returns: nil where it takes the table of operators: for those that a lesson declares, ternaries,
  ///   casts, `??`, `try`, assignments, and comparisons in a row.
  mutating func foldWellKnown(_ sequence: SequenceExprSyntax) -> ExpressionNode? {
    let elements = Array(sequence.elements)
    return links(of: elements[...]).map { fold(elements[0], $0) }
  }

  /// Lowers an assignment to a place, compound or not, of a sequence of well-known operators.
  ///
  /// - Returns: nil where it is none, or takes the table of operators.
  mutating func assignWellKnown(_ sequence: SequenceExprSyntax) -> StatementNode.Kind? {
    let elements = Array(sequence.elements)
    guard elements.count > 2, !elements[0].isMarked else { return nil }
    let compound = elements[1].as(BinaryOperatorExprSyntax.self)
    switch compound?.operator.text {
    case "+=", "-=", "*=", "/=", "%=": break
    case nil where elements[1].is(AssignmentExprSyntax.self): break
    default: return nil
    }
    guard let links = links(of: elements[2...]) else { return nil }
    let place = expression(elements[0])
    let value = deeper(at: sequence, ExpressionNode(.invalid, at: span(sequence))) {
      $0.fold(elements[2], links)
    }
    return compound.map { name in
      .compoundAssignment(place, NameNode(name.operator.text, at: span(name)), value)
    } ?? .assignment(place, value)
  }

  /// Returns what follows the first operand; nil where it takes the table of operators.
  private func links(of elements: ArraySlice<ExprSyntax>) -> [Link]? {
    guard declaredOperators == nil, elements.count / 2 <= Self.mostOperators,
      !elements.contains(where: \.isMarked)
    else { return nil }
    var links: [Link] = []
    var index = elements.startIndex + 1
    while index + 1 < elements.endIndex {
      guard let name = elements[index].as(BinaryOperatorExprSyntax.self),
        let precedence = Precedence(of: name.operator.text)
      else { return nil }
      if !precedence.isAssociative,
        let nearest = links.last(where: { $0.precedence.rawValue <= precedence.rawValue }),
        nearest.precedence == precedence
      {
        return nil
      }
      links.append(Link(name: name, precedence: precedence, operand: elements[index + 1]))
      index += 2
    }
    return links
  }

  private mutating func fold(_ first: ExprSyntax, _ links: [Link]) -> ExpressionNode {
    var next = 0
    return fold(expression(first), links, &next, from: 0)
  }

  /// Takes in the operators that bind at least as tightly as a precedence.
  private mutating func fold(
    _ first: ExpressionNode,
    _ links: [Link],
    _ next: inout Int,
    from least: Int
  ) -> ExpressionNode {
    var left = first
    while next < links.count, links[next].precedence.rawValue >= least {
      let link = links[next]
      next += 1
      var right = expression(link.operand)
      let tighter = link.precedence.rawValue + 1
      if next < links.count, links[next].precedence.rawValue >= tighter {
        right = deeper(at: link.operand, right) { $0.fold(right, links, &next, from: tighter) }
      }
      left = ExpressionNode(
        .infix(left, NameNode(link.name.operator.text, at: span(link.name)), right),
        at: SourceSpan(left.span.start, right.span.end)
      )
    }
    return left
  }
}

extension ExprSyntax {
  /// Whether a keyword stands before this that covers the operators behind it.
  fileprivate var isMarked: Bool {
    self.is(TryExprSyntax.self) || self.is(AwaitExprSyntax.self) || self.is(UnsafeExprSyntax.self)
  }
}
