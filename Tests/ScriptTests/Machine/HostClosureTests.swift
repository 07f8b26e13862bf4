import Diagnostics
import Testing

@testable import Script

@Suite("The host calls closures of the language")
struct HostClosureTests {
  /// Shows `host { x in body }`, where the host calls the closure with 21.5 and, if told to,
  /// goes on as if nothing had happened when it fails.
  private func run(ignoringFailures: Bool, _ body: (TypedExpression) -> TypedExpression)
    -> RunResult
  {
    let place = SourceSpan(0, 1)
    var session = TypedSession()
    session.variables = [
      Variable(name: "x", type: .double, isGlobal: false, isCaptured: false, isMutated: false)
    ]
    let x = TypedExpression(.variable(VariableID(0)), .double, at: place)
    session.functions = [
      TypedFunction(
        name: "closure",
        parameters: [VariableID(0)],
        result: .double,
        captures: [],
        body: [TypedStatement(.return(body(x)), at: place)],
        span: place
      )
    ]
    let library = HostLibrary(functions: [
      HostFunction("func host(_ f: (Double) -> Double) -> Double") { context, arguments in
        guard case .function(let closure) = arguments[0] else { return .double(-1) }
        if ignoringFailures {
          return (try? context.call(closure, [.double(21.5)])) ?? .double(-1)
        }
        return try context.call(closure, [.double(21.5)])
      }
    ])
    let closure = TypedExpression(
      .closure(FunctionID(0)),
      .function([.double], .double),
      at: place
    )
    let call = TypedExpression(.host(0, [closure]), .double, at: place)
    var compiler = Compiler()
    let cell = TypedCell(statements: [TypedStatement(.show(call), at: place)])
    let machine = VirtualMachine(limits: Limits(), library: library)
    guard let code = compiler.compile(cell, in: session).value else {
      return RunResult(events: [], failure: nil)
    }
    return machine.run(code)
  }

  private func failing(_ x: TypedExpression) -> TypedExpression {
    let zero = TypedExpression(.integer(0), .int, at: x.span)
    let one = TypedExpression(.integer(1), .int, at: x.span)
    let quotient = TypedExpression(.intrinsic(.divide, [one, zero]), .int, at: x.span)
    return TypedExpression(.intrinsic(.toDouble, [quotient]), .double, at: x.span)
  }

  @Test("the closure gets its arguments, and the host its result")
  func call() {
    let result = run(ignoringFailures: false) { x in
      TypedExpression(.intrinsic(.add, [x, x]), .double, at: x.span)
    }
    #expect(result.failure == nil)
    #expect(
      result.events.contains { if case .shown("43.0", _) = $0 { true } else { false } }
    )
  }

  @Test("a failure inside of the closure stops the cell", arguments: [false, true])
  func failure(isIgnoredByHost: Bool) {
    let result = run(ignoringFailures: isIgnoredByHost, failing)
    #expect(result.failure?.id == "division-by-zero")
    #expect(result.failure?.callStack.first?.function == "closure")
    #expect(result.events.isEmpty)
  }
}
