import Diagnostics

extension CellChecker {
  /// Reports the variables and stored properties of a body that are read before they have a value,
  /// or before they are declared, and the constants that get two.
  ///
  /// - Parameters:
  ///   - statements: The statements of the body.
  ///   - body: Whose they are.
  func checkInitialization(_ statements: [TypedStatement], of body: CheckedBody) {
    var check = InitializationCheck(
      session: session,
      constants: lateConstants,
      made: body.made
    ) { [declarations] id, span in
      guard let (level, start) = declarations[id] else { return false }
      return level == body.level && span.start < start
    }
    check.run(statements)
    for problem in check.problems {
      report(problem.id, problem.message, at: problem.span ?? body.place, help: problem.help)
    }
  }
}

/// Follows the paths through a body, and what has a value on each of them.
private struct InitializationCheck {
  struct Problem {
    var id: String
    var message: String
    /// Where; nil for the whole body.
    var span: SourceSpan?
    var help: String?
  }

  /// What gets a value: a variable, or a stored property of one that an initializer makes.
  private struct Unit: Hashable {
    var variable: VariableID
    var field: Int?
  }

  /// What has a value on every path to a place, and on some path.
  private struct State {
    var definitely: Set<Unit> = []
    var possibly: Set<Unit> = []
    /// Whether no path leads here.
    var isUnreachable = false

    mutating func join(_ other: State) {
      guard !other.isUnreachable else { return }
      guard !isUnreachable else {
        self = other
        return
      }
      definitely.formIntersection(other.definitely)
      possibly.formUnion(other.possibly)
    }
  }

  /// How often the body of a loop runs.
  private enum LoopKind {
    case mayBeSkipped
    case runsOnce
    case endless
  }

  let session: TypedSession
  let constants: Set<VariableID>
  /// The `self` of an initializer.
  let made: VariableID?
  /// Whether a variable of the body itself is declared behind a place.
  let isDeclaredBehind: (VariableID, SourceSpan) -> Bool
  var problems: [Problem] = []
  private var declared: Set<VariableID> = []
  private var state = State()
  /// What holds at the jumps out of the statements around: by label, and for the innermost.
  private var exits: [(label: Int?, isLoop: Bool, state: State?)] = []
  private var pendingLabel: Int?

  init(
    session: TypedSession,
    constants: Set<VariableID>,
    made: VariableID?,
    isDeclaredBehind: @escaping (VariableID, SourceSpan) -> Bool
  ) {
    self.session = session
    self.constants = constants
    self.made = made
    self.isDeclaredBehind = isDeclaredBehind
  }

  mutating func run(_ body: [TypedStatement]) {
    visit(body)
  }

  // MARK: - Statements

  private mutating func visit(_ body: [TypedStatement]) {
    for statement in body { visit(statement) }
  }

  private mutating func visit(_ statement: TypedStatement) {
    switch statement.kind {
    case .expression(let value), .show(let value), .throw(let value):
      visit(value)
      if case .throw = statement.kind { state.isUnreachable = true }
      if value.type == .never { state.isUnreachable = true }
    case .bind(let pattern, let value):
      visit(value)
      visit(pattern)
    case .declare(let id):
      declared.insert(id)
      forget(id)
    case .assign(let place, let value):
      visit(value)
      assign(place, at: statement.span)
    case .compoundAssign(let place, _, let value):
      visit(value)
      read(place, at: statement.span)
    case .block(let body), .probe(_, let body, _): target { $0.visit(body) }
    case .labeled(let label, let inner):
      pendingLabel = label
      target { $0.visit(inner) }
    case .if(let conditions, let then, let otherwise):
      visit(conditions)
      let before = state
      target { $0.visit(then) }
      let after = state
      state = before
      visit(otherwise)
      state.join(after)
    case .guard(let conditions, let otherwise):
      visit(conditions)
      let before = state
      visit(otherwise)
      state = before
    case .forIn(let pattern, let sequence, let condition, let body):
      visit(sequence)
      loop(.mayBeSkipped) { check in
        check.visit(pattern)
        if let condition { check.visit(condition) }
        check.visit(body)
      }
    case .while(let conditions, let body):
      loop(statement.isEndlessLoop ? .endless : .mayBeSkipped) { check in
        check.visit(conditions)
        check.visit(body)
      }
    case .repeatWhile(let body, let condition):
      loop(.runsOnce) { check in
        check.visit(body)
        check.visit(condition)
      }
    case .switch(let subject, let cases):
      visit(subject)
      target { $0.visit(cases) }
    case .return(let value):
      if let value { visit(value) }
      state.isUnreachable = true
    case .break(let label): leave(label, isContinue: false)
    case .continue(let label): leave(label, isContinue: true)
    case .fallthrough: break
    case .defer(let body):
      let before = state
      visit(body)
      state = before
    case .doCatch(let body, _, let cases):
      let before = state
      visit(body)
      let after = state
      // An error may have come at any place of the body.
      var thrown = before
      thrown.possibly.formUnion(after.possibly)
      var joined = after
      for clause in cases {
        state = thrown
        visit(clause)
        joined.join(state)
      }
      state = joined
    }
  }

  private mutating func visit(_ conditions: [TypedCondition]) {
    for condition in conditions {
      switch condition {
      case .expression(let test): visit(test)
      case .match(let pattern, let value):
        visit(value)
        visit(pattern)
      }
    }
  }

  private mutating func visit(_ cases: [TypedCase]) {
    let before = state
    var joined = before
    joined.isUnreachable = true
    var falling: State?
    for clause in cases {
      state = before
      if let other = falling { state.join(other) }
      falling = nil
      visit(clause)
      if clause.body.last.map(\.isFallthrough) ?? false {
        falling = state
      } else {
        joined.join(state)
      }
    }
    state = joined
  }

  private mutating func visit(_ clause: TypedCase) {
    for item in clause.items {
      visit(item.pattern)
      if let condition = item.condition { visit(condition) }
    }
    visit(clause.body)
  }

  private mutating func visit(_ pattern: TypedPattern) {
    switch pattern {
    case .tuple(let parts), .enumCase(_, _, let parts): for part in parts { visit(part) }
    case .some(let inner), .error(_, let inner): visit(inner)
    case .test(_, _, let test): visit(test)
    case .variable, .wildcard, .none: break
    }
  }

  // MARK: - Paths

  /// Visits a statement that `break` can leave.
  private mutating func target(_ body: (inout InitializationCheck) -> Void) {
    exits.append((pendingLabel, false, nil))
    pendingLabel = nil
    body(&self)
    if let exit = exits.removeLast().state { state.join(exit) }
  }

  private mutating func loop(
    _ kind: LoopKind,
    _ body: (inout InitializationCheck) -> Void
  ) {
    let before = state
    let known = problems.count
    let label = pendingLabel
    pendingLabel = nil
    exits.append((label, true, nil))
    body(&self)
    // The second turn begins with what the first has done.
    let after = state
    state = before
    state.possibly.formUnion(after.possibly)
    problems.removeSubrange(known...)
    exits[exits.count - 1].state = nil
    body(&self)
    let last = state
    switch kind {
    case .mayBeSkipped:
      state = before
      state.possibly.formUnion(last.possibly)
    case .runsOnce: break
    case .endless: state.isUnreachable = true
    }
    if let exit = exits.removeLast().state { state.join(exit) }
  }

  private mutating func leave(_ label: Int?, isContinue: Bool) {
    defer { state.isUnreachable = true }
    guard !isContinue else { return }
    let index = exits.lastIndex { label == nil ? $0.isLoop || $0.label == nil : $0.label == label }
    guard let index else { return }
    if exits[index].state == nil {
      exits[index].state = state
    } else {
      exits[index].state?.join(state)
    }
  }

  // MARK: - Values

  private func units(of id: VariableID) -> [Unit] {
    guard id == made, let type = session.variables[id.index].type.declaration,
      type.kind == .structure
    else { return [Unit(variable: id)] }
    return type.fields.indices.map { Unit(variable: id, field: $0) }
  }

  private mutating func forget(_ id: VariableID) {
    state.definitely.subtract(units(of: id))
    state.possibly.subtract(units(of: id))
  }

  private mutating func assign(_ place: Place, at span: SourceSpan) {
    switch place {
    case .variable(let id, _) where declared.contains(id):
      if constants.contains(id), state.possibly.contains(Unit(variable: id)) {
        reportSecondValue(session.variables[id.index].name, at: span)
      }
      set(units(of: id))
    case .tupleElement(.variable(let id, let type), let index, _) where id == made:
      let unit = Unit(variable: id, field: index)
      if let field = type.declaration?.fields[index], field.isConstant,
        state.possibly.contains(unit)
      {
        reportSecondValue("self." + field.name, at: span)
      }
      set([unit])
    case .variable: break
    case .tupleElement(let base, _, _), .unwrapped(let base, _, _): read(base, at: span)
    case .element(let base, let index, _, _), .entry(let base, let index, _, _):
      visit(index)
      read(base, at: span)
    case .entryOrDefault(let base, let key, let value, _, _):
      visit(key)
      visit(value)
      read(base, at: span)
    case .computed(_, let base, let arguments, _, _):
      for argument in arguments { visit(argument) }
      if let base { read(base, at: span) }
    }
  }

  private mutating func set(_ units: [Unit]) {
    state.definitely.formUnion(units)
    state.possibly.formUnion(units)
  }

  private mutating func reportSecondValue(_ name: String, at span: SourceSpan) {
    problems.append(
      Problem(
        id: "constant-assignment",
        message: "'\(name)' is a constant that has a value already",
        span: span,
        help: "declare it with 'var', or give it its value once"
      )
    )
  }

  private mutating func read(_ place: Place, at span: SourceSpan) {
    switch place {
    case .variable(let id, _): use(id, at: span)
    case .tupleElement(.variable(let id, _), let index, _) where id == made:
      use(Unit(variable: id, field: index), at: span)
    case .tupleElement(let base, _, _), .unwrapped(let base, _, _): read(base, at: span)
    case .element(let base, let index, _, _), .entry(let base, let index, _, _):
      visit(index)
      read(base, at: span)
    case .entryOrDefault(let base, let key, let value, _, _):
      visit(key)
      visit(value)
      read(base, at: span)
    case .computed(_, let base, let arguments, _, _):
      for argument in arguments { visit(argument) }
      if let base { read(base, at: span) }
    }
  }

  private mutating func use(_ id: VariableID, at span: SourceSpan) {
    guard declared.contains(id), !state.isUnreachable else { return }
    for unit in units(of: id) { use(unit, at: span) }
  }

  private mutating func use(_ unit: Unit, at span: SourceSpan) {
    guard declared.contains(unit.variable), !state.isUnreachable, !state.definitely.contains(unit)
    else { return }
    let variable = session.variables[unit.variable.index]
    let field = unit.field.flatMap { variable.type.declaration?.fields[$0].name }
    problems.append(
      Problem(
        id: "uninitialized",
        message: field.map { "'self.\($0)' is needed here, but has no value yet" }
          ?? "'\(variable.name)' is used here, but has no value yet",
        span: span,
        help: "give it a value on every path before this place"
      )
    )
  }

  private mutating func visit(_ value: TypedExpression) {
    switch value.kind {
    case .variable(let id): use(id, at: value.span)
    case .tupleElement(let base, let index):
      if case .variable(let id) = base.kind, id == made {
        use(Unit(variable: id, field: index), at: value.span)
      } else {
        visit(base)
      }
    case .closure(let id), .function(let id): useCaptures(of: id, at: value.span)
    case .call(let id, let arguments):
      for argument in arguments { visit(argument) }
      useCaptures(of: id, at: value.span)
    case .inout(let place): read(place, at: value.span)
    case .mutate(_, let place, let arguments):
      for argument in arguments { visit(argument) }
      read(place, at: value.span)
    case .and(let a, let b), .or(let a, let b), .coalesce(let a, let b):
      visit(a)
      let before = state
      visit(b)
      state = before
    case .conditional(let condition, let then, let otherwise):
      visit(condition)
      visit(then)
      visit(otherwise)
    case .statements(let body, let id):
      visit(body)
      use(id, at: value.span)
    case .expectation(let condition, let message):
      visit(condition)
      if let message { visit(message) }
    case .element(let base, let index):
      visit(base)
      visit(index)
    case .hostLiteral(_, let inner), .chain(let inner), .chainLink(let inner), .error(let inner),
      .errorCast(let inner), .attempt(let inner), .forcedAttempt(let inner):
      visit(inner)
    case .interpolation(let parts), .array(let parts), .tuple(let parts), .structure(let parts),
      .enumCase(_, let parts), .intrinsic(_, let parts), .host(_, let parts):
      for part in parts { visit(part) }
    case .callValue(let callee, let arguments):
      visit(callee)
      for argument in arguments { visit(argument) }
    case .integer, .double, .float, .boolean, .string, .none: break
    }
  }

  private mutating func useCaptures(of id: FunctionID, at span: SourceSpan) {
    for capture in session.functions[id.index].captures {
      guard isDeclaredBehind(capture, span) else {
        use(capture, at: span)
        continue
      }
      let (user, name) = (
        session.functions[id.index].subject, session.variables[capture.index].name
      )
      problems.append(
        Problem(
          id: "used-before-declaration",
          message: "\(user) uses '\(name)', which is declared below this line",
          span: span,
          help: "move the declaration of '\(name)' above this line"
        )
      )
    }
  }
}

extension TypedStatement {
  fileprivate var isFallthrough: Bool { if case .fallthrough = kind { true } else { false } }

  /// Whether it is `while true`.
  fileprivate var isEndlessLoop: Bool {
    guard case .while(let conditions, _) = kind, conditions.count == 1,
      case .expression(let test) = conditions[0], case .boolean(true) = test.kind
    else { return false }
    return true
  }
}
