/// Errors of the lesson on their way to what handles them.
extension VirtualMachine {
  /// Runs a frame, and every frame that it calls, until it returns; errors go to their handlers.
  func execute(from base: UnsafeMutablePointer<Frame>) throws(Trap) {
    while true {
      do throws(Trap) {
        return try run(from: base)
      } catch {
        guard error.isThrown, findHandler(from: base) else { throw error }
      }
    }
  }

  /// Notes an error that is on its way.
  ///
  /// - Returns: What to throw: the error, or what stopped its own description where nothing catches it.
  func throwing(_ error: HeapObject?) -> Trap {
    do throws(Trap) {
      if uncaught == nil, !isCaught {
        uncaught = describeFailure(Self.uncaught(try describe(error)))
      }
      thrown = error
      return Trap.thrown
    } catch {
      return error
    }
  }

  /// Leaves frames until one has a handler for the error.
  ///
  /// - Returns: Whether there is one before the base, which is left too where it has none.
  private func findHandler(from base: UnsafeMutablePointer<Frame>) -> Bool {
    while true {
      let frame = top.pointee
      let handler = frame.code._withUnsafeGuaranteedRef { $0.handler(before: frame.pc) }
      if let handler {
        frame.references[handler.register] = thrown
        thrown = nil
        frame.code._withUnsafeGuaranteedRef { code in
          guard let first = code.instructions.baseAddress else { return }
          top.pointee.pc = first + handler.target
        }
        return true
      }
      guard top > base else {
        if top > bottom { top.pointee.releaseReferences(above: 0) }
        return false
      }
      let kept = frame.code._withUnsafeGuaranteedRef { $0.keptOnError }
      top.pointee.releaseReferences(above: kept)
      top -= 1
    }
  }

  /// Whether any frame has a handler for what its call throws.
  private var isCaught: Bool {
    var frame = top
    while true {
      let state = frame.pointee
      if state.code._withUnsafeGuaranteedRef({ $0.handler(before: state.pc) }) != nil {
        return true
      }
      guard frame > bottom else { return false }
      frame -= 1
    }
  }

  private func describe(_ error: HeapObject?) throws(Trap) -> String {
    guard let error = error as? ErrorObject else { return "" }
    var describer = ValueDescriber(machine: self)
    let type = Type.nominal(.declared(error.type), [])
    try describer.append(type, error.value.words, error.value.references)
    return describer.text
  }

  static func uncaught(_ error: String) -> Trap {
    Trap(
      "uncaught-error",
      "nothing catches the error '\(error)'",
      help: "put the call into 'do { try … } catch { … }'"
    )
  }
}

extension Trap {
  /// What stands for an error of the lesson that is on its way to its handler.
  static let thrown = Trap("thrown", "an error of the lesson is on its way")

  var isThrown: Bool { id == "thrown" }
}
