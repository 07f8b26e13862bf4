extension TypedStatement {
  /// Whether no path goes on behind the statement.
  var leaves: Bool {
    switch kind {
    case .return, .throw, .break, .continue, .fallthrough: true
    case .expression(let value): value.type == .never
    case .if(_, let then, let otherwise):
      then.contains(where: \.leaves) && otherwise.contains(where: \.leaves)
    case .block(let body), .probe(_, let body, _): body.contains(where: \.leaves)
    case .while(let conditions, let body):
      Self.areTrue(conditions) && !body.contains { $0.breaks(nil) }
    case .repeatWhile(let body, let condition):
      if case .boolean(true) = condition.kind {
        !body.contains { $0.breaks(nil) }
      } else {
        body.contains(where: \.leaves) && !body.contains { $0.breaks(nil) || $0.continues }
      }
    case .switch(_, let cases):
      !cases.isEmpty
        && cases.allSatisfy {
          $0.body.contains(where: \.leaves) && !$0.body.contains { $0.breaks(nil) }
        }
    case .labeled(let label, let statement): statement.leaves && !statement.breaks(label)
    case .doCatch(let body, _, let cases):
      body.contains(where: \.leaves) && cases.allSatisfy { $0.body.contains(where: \.leaves) }
    case .show, .bind, .declare, .assign, .compoundAssign, .guard, .forIn, .defer: false
    }
  }

  private static func areTrue(_ conditions: [TypedCondition]) -> Bool {
    conditions.allSatisfy { condition in
      if case .expression(let test) = condition, case .boolean(true) = test.kind {
        true
      } else {
        false
      }
    }
  }

  /// Whether a `break` in it leaves the labelled statement, or the innermost one around it.
  func breaks(_ label: Int?) -> Bool {
    switch kind {
    case .break(let target): return target == label
    case .if(_, let then, let otherwise):
      return then.contains { $0.breaks(label) } || otherwise.contains { $0.breaks(label) }
    case .guard(_, let body), .block(let body), .probe(_, let body, _), .defer(let body):
      return body.contains { $0.breaks(label) }
    case .doCatch(let body, _, let cases):
      return body.contains { $0.breaks(label) }
        || cases.contains { $0.body.contains { $0.breaks(label) } }
    case .labeled(_, let statement): return statement.breaks(label)
    // An unlabelled `break` inside of them is theirs.
    case .while(_, let body), .forIn(_, _, _, let body), .repeatWhile(let body, _):
      return label != nil && body.contains { $0.breaks(label) }
    case .switch(_, let cases):
      return label != nil && cases.contains { $0.body.contains { $0.breaks(label) } }
    case .return, .throw, .continue, .fallthrough, .expression, .show, .bind, .declare, .assign,
      .compoundAssign:
      return false
    }
  }

  /// Whether a `continue` stands in it.
  private var continues: Bool {
    switch kind {
    case .continue: true
    case .if(_, let then, let otherwise):
      then.contains(where: \.continues) || otherwise.contains(where: \.continues)
    case .guard(_, let body), .block(let body), .probe(_, let body, _):
      body.contains(where: \.continues)
    case .doCatch(let body, _, let cases):
      body.contains(where: \.continues) || cases.contains { $0.body.contains(where: \.continues) }
    case .switch(_, let cases): cases.contains { $0.body.contains(where: \.continues) }
    case .labeled(_, let statement): statement.continues
    case .while, .forIn, .repeatWhile, .return, .throw, .break, .fallthrough, .expression, .show,
      .bind, .declare, .assign, .compoundAssign, .defer:
      false
    }
  }
}
