import Engine
import Script

extension HostContext {
  /// Returns a function value of the language as a Swift function of given types.
  func function<each Argument: HostValue, Result: HostValue>(
    _ closure: HostClosure,
    returning type: Result.Type = Result.self
  ) -> (repeat each Argument) throws -> Result {
    { (argument: repeat each Argument) in
      var arguments: [Value] = []
      repeat arguments.append((each argument).scriptValue)
      return try result(of: call(closure, &arguments))
    }
  }

  /// Returns a function value whose first parameter is `inout` as a Swift function of given types.
  func changingFunction<Changed: HostValue, each Argument: HostValue, Result: HostValue>(
    _ closure: HostClosure,
    returning type: Result.Type = Result.self
  ) -> (inout Changed, repeat each Argument) throws -> Result {
    { (changed: inout Changed, argument: repeat each Argument) in
      var arguments = [changed.scriptValue]
      repeat arguments.append((each argument).scriptValue)
      let value = try call(closure, &arguments)
      changed = try result(of: arguments[0])
      return try result(of: value)
    }
  }

  private func result<Result: HostValue>(of value: Value) throws -> Result {
    guard let result = Result(value) else {
      throw HostError("argument-type", "the closure must return '\(Result.scriptType)'")
    }
    return result
  }
}

/// What a closure of the lesson has thrown, on its way through a function of the engine that lets no
/// errors pass but its own.
///
/// The engine calls the closures of one lesson one after another: it gets `threads: 1`.
final class ClosureFailure: @unchecked Sendable {
  private var error: (any Error)?

  /// Calls a closure of the lesson; what stops it also stops the engine's function.
  func during<Result>(_ body: () throws -> Result) throws(EngineError) -> Result {
    do {
      return try body()
    } catch let error as EngineError {
      throw error
    } catch {
      self.error = error
      throw .nothingToDo(operation: "the closure")
    }
  }

  /// Calls the engine's function; throws what a closure has thrown within it.
  func revealed<Result>(by body: () throws -> Result) throws -> Result {
    do {
      return try body()
    } catch {
      throw self.error ?? error
    }
  }
}
