import Engine
import Script

extension HostFunction {
  /// Creates a function from a closure on Swift values.
  ///
  /// - Parameters:
  ///   - signature: The Swift declaration; its types are those of the closure.
  ///   - owner: The type it is a member of; a method's `self` is the closure's first parameter.
  ///   - size: How many numbers a tensor may hold that is the result, reserved before the call.
  ///   - body: What the function does.
  init<each Argument: HostValue, Result: HostValue>(
    _ signature: String,
    of owner: String? = nil,
    size: ResultSize = .arguments,
    _ body: @escaping @Sendable (repeat each Argument) throws -> Result
  ) {
    self.init(signature, in: owner) { context, values in
      var reader = ArgumentReader(signature: signature, values: values)
      let arguments = (repeat try reader.next((each Argument).self))
      try reader.finish()
      if Result.self == Tensor.self {
        let (bytes, overflow) = size.elementCount(values).multipliedReportingOverflow(by: 8)
        try context.reserve(bytes: overflow ? Int.max : bytes)
      }
      do {
        return try body(repeat each arguments).scriptValue
      } catch let error as EngineError {
        throw HostError(error)
      }
    }
  }
}

/// Takes the arguments of one call in turn.
private struct ArgumentReader {
  let signature: String
  let values: [Value]
  var index = 0

  init(signature: String, values: [Value]) {
    self.signature = signature
    self.values = values
  }

  mutating func next<Argument: HostValue>(_ type: Argument.Type) throws -> Argument {
    defer { index += 1 }
    guard index < values.count, let argument = Argument(values[index]) else {
      throw HostError(
        "argument-type",
        "argument \(index + 1) of '\(signature)' must be of type '\(type.scriptType)'"
      )
    }
    return argument
  }

  func finish() throws {
    guard index == values.count else {
      throw HostError(
        "argument-count",
        "'\(signature)' takes \(index) arguments, but got \(values.count)"
      )
    }
  }
}

extension HostError {
  /// Creates the language's form of an engine error.
  init(_ error: EngineError) {
    // The case's name, in the spelling of diagnostics: 'shapeMismatch' is 'shape-mismatch'.
    let name = Mirror(reflecting: error).children.first?.label ?? "engine-error"
    var id = ""
    for character in name {
      if character.isUppercase { id += "-" }
      id += character.lowercased()
    }
    self.init(id, error.message, help: error.remedy)
  }
}
