/// What the machine lets a host function ask for.
struct MachineContext: HostContext {
  let machine: VirtualMachine

  var seed: Int { machine.seed }

  func reserve(bytes: Int) throws {
    try machine.meter.reserve(bytes)
    machine.meter.release(bytes)
  }

  func keep(bytes: Int) throws {
    try machine.meter.reserve(bytes)
    machine.keptBytes += bytes
  }

  func charge(steps: Int) throws { try machine.charge(steps) }

  func call(_ closure: HostClosure, _ arguments: inout [Value]) throws -> Value {
    guard let object = closure.reference as? ClosureObject else {
      throw HostError("host", "this function is none of this session")
    }
    let code = machine.code(object.function)
    guard code.parameters.count == arguments.count else {
      throw HostError(
        "host",
        "the closure takes \(code.parameters.count) arguments, but got \(arguments.count)"
      )
    }
    // The host may call without end what does nothing.
    try machine.charge(1)
    let kept = machine.keptBytes
    defer { machine.releaseKept(downTo: kept) }
    do throws(Trap) {
      return try machine.call(object) { (registers) throws(Trap) in
        for (index, parameter) in code.parameters.enumerated() {
          try machine.store(arguments[index], parameter.operand, registers)
          // The closure's is the only reference, so that it can change the value without a copy.
          if parameter.isInout { arguments[index] = .void }
        }
      } _: { (registers) throws(Trap) in
        for (index, parameter) in code.parameters.enumerated() where parameter.isInout {
          arguments[index] = try machine.value(parameter.operand, registers)
        }
        return try machine.value(code.result, registers)
      }
    } catch {
      machine.hostTrap = machine.hostTrap ?? error
      throw error
    }
  }
}
