import Diagnostics

/// The body of a function or a closure that was checked, or the statements of a cell.
struct CheckedBody {
  /// The function; nil for the statements of a cell.
  var id: FunctionID?
  /// How many functions stand around its variables.
  var level: Int
  /// The `self` that it makes, where it is an initializer.
  var made: VariableID?
  /// Where problems of the whole body are reported.
  var place: SourceSpan
}

/// What can be told of bodies only once all of a cell are checked: functions use one another.
extension CellChecker {
  /// Checks what a cell's functions use, keep and read before it has a value.
  ///
  /// - Parameters:
  ///   - statements: The statements of the cell.
  ///   - last: The last of them, as it is written.
  func checkBodies(around statements: [TypedStatement], endingAt last: StatementNode?) {
    checkKeys()
    checkThrownTypes()
    completeCaptures()
    checkEscapes()
    for body in bodies {
      guard let id = body.id else { continue }
      checkInitialization(session.functions[id.index].body, of: body)
    }
    bodies = []
    let cell = CheckedBody(id: nil, level: 0, place: last?.span ?? SourceSpan(0, 0))
    checkInitialization(statements, of: cell)
  }

  /// Lets each function capture what the functions that it uses capture from around it.
  ///
  /// A use notes what is known when it is checked, which of a function that is declared further
  /// down, or is being checked, is not everything.
  private func completeCaptures() {
    var isComplete = !bodies.contains(where: hasCaptures)
    while !isComplete {
      isComplete = true
      for body in bodies {
        guard let id = body.id, let used = origins.functionsUsed[id] else { continue }
        var captures = session.functions[id.index].captures
        let known = captures.count
        for function in used.sorted(by: { $0.index < $1.index }) {
          for capture in session.functions[function.index].captures
          where declarations[capture].map({ $0.level < body.level }) ?? false
            && !captures.contains(capture)
          {
            captures.append(capture)
          }
        }
        guard captures.count > known else { continue }
        session.functions[id.index].captures = captures
        isComplete = false
      }
    }
  }

  private func hasCaptures(_ body: CheckedBody) -> Bool {
    body.id.map { !session.functions[$0.index].captures.isEmpty } ?? false
  }
}

extension TypedFunction {
  /// How a sentence begins that is about it: `'area(of:)'`, or `this closure`.
  var subject: String { name == Self.closureName ? "this closure" : "'\(name)'" }

  /// The name of every closure.
  static let closureName = "closure"
}
