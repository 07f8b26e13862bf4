extension VirtualMachine {
  /// Calls of closures by host functions and intrinsics inside one another.
  private static let greatestReentry = 200
  /// What such a call takes of the thread's stack at the most, in bytes: in a build without
  /// optimization; in others it is a tenth of it.
  private static let stackOfReentry = 128 << 10

  /// What a run may take of its thread's stack, in bytes.
  public static let greatestStack = greatestReentry * stackOfReentry

  /// Calls a closure from outside of the loop.
  func call<Result>(
    _ closure: ClosureObject,
    _ place: (Registers) throws(Trap) -> Void,
    _ take: (Registers) throws(Trap) -> Result
  ) throws(Trap) -> Result {
    try call(closure.function, captures: closure, place, take)
  }

  /// Calls a function from outside of the loop.
  ///
  /// - Parameters:
  ///   - function: Its number.
  ///   - captures: The closure that holds what it captured, where it has captured something.
  ///   - place: Puts the arguments into the first registers of the closure's frame.
  ///   - take: Reads the result from the first registers, which are emptied after it.
  /// - Returns: What `take` makes of the result.
  /// - Throws: What stops the closure, and depth and re-entry beyond their limits.
  func call<Result>(
    _ function: Int,
    captures: ClosureObject?,
    _ place: (Registers) throws(Trap) -> Void,
    _ take: (Registers) throws(Trap) -> Result
  ) throws(Trap) -> Result {
    guard reentries < Self.greatestReentry else {
      throw Trap(
        "depth-limit",
        "functions are called inside operations more than \(Self.greatestReentry) deep",
        help: "look for a recursion that does not end"
      )
    }
    let callee = entries + function
    let caller = top
    let frame = caller.pointee
    let registers = Registers(
      words: frame.words + frame.function.pointee.words,
      references: frame.references + frame.function.pointee.references
    )
    guard hasRoom(for: callee.pointee, registers.words, registers.references) else {
      throw depthExceeded()
    }
    top = caller + 1
    top.initialize(
      to: Frame(
        function: callee,
        pc: callee.pointee.start,
        words: registers.words,
        references: registers.references
      )
    )
    do throws(Trap) {
      try place(registers)
    } catch {
      top.pointee.releaseReferences(above: 0)
      top = caller
      throw error
    }
    captures?.unpack(
      registers.words + callee.pointee.capturedWord,
      registers.references + callee.pointee.capturedReference
    )
    reentries += 1
    do throws(Trap) {
      try execute(from: top)
    } catch {
      if error.isThrown {
        // The frame is left: the error goes on in the one that called.
        reentries -= 1
        top = caller
      }
      throw error
    }
    reentries -= 1
    top = caller
    defer {
      let returned = code(function).returned
      for register in 0..<returned.references { registers.references[register] = nil }
    }
    return try take(registers)
  }
}
