import Diagnostics
import Script
import SwiftSyntax

/// Moves functions of the top level before the statements that use them, as far as that changes
/// nothing.
///
/// Swift lets a file use its functions above their declarations. A function that names no variable
/// of its cell, nor another function that does, means the same there.
struct FunctionHoisting {
  /// The functions that may move, by where they begin.
  private let movable: Set<Int>

  /// Finds what may move.
  ///
  /// - Parameters:
  ///   - items: The items of the top level.
  ///   - start: Where a node begins, as the statements made of the items say it.
  init(_ items: CodeBlockItemListSyntax, start: (any SyntaxProtocol) -> Int) {
    // Words are read where a function stands behind something that could use it.
    guard items.dropFirst().contains(where: { $0.item.is(FunctionDeclSyntax.self) }) else {
      movable = []
      return
    }
    var variables: Set<String> = []
    var seen: Set<String> = []
    var functions: [(name: String, start: Int, words: Set<String>, isUsedAbove: Bool)] = []
    for item in items {
      let words = Self.words(in: item)
      if let function = item.item.as(FunctionDeclSyntax.self) {
        let name = Lowering.name(function.name)
        functions.append((name, start(function), words, seen.contains(name)))
      } else if let variable = item.item.as(VariableDeclSyntax.self) {
        for binding in variable.bindings { variables.formUnion(Self.words(in: binding.pattern)) }
      }
      seen.formUnion(words)
    }
    guard functions.contains(where: \.isUsedAbove) else {
      movable = []
      return
    }
    var fixed = variables
    while true {
      let more = functions.filter { !fixed.contains($0.name) && !fixed.isDisjoint(with: $0.words) }
      guard !more.isEmpty else { break }
      fixed.formUnion(more.map(\.name))
    }
    movable = Set(functions.filter { !fixed.contains($0.name) }.map(\.start))
  }

  /// Returns the statements in the order in which they are checked.
  func ordered(_ statements: [StatementNode]) -> [StatementNode] {
    guard !movable.isEmpty else { return statements }
    func moves(_ statement: StatementNode) -> Bool {
      guard case .function = statement.kind else { return false }
      return movable.contains(statement.span.start)
    }
    return statements.filter(moves) + statements.filter { !moves($0) }
  }

  /// The names that stand in a node.
  private static func words(in node: some SyntaxProtocol) -> Set<String> {
    Set(
      node.tokens(viewMode: .sourceAccurate).compactMap { token in
        switch token.tokenKind {
        case .identifier, .binaryOperator, .prefixOperator, .postfixOperator:
          Lowering.name(token)
        default: nil
        }
      }
    )
  }
}
