import CMachine

/// What runs the instructions that need nothing but registers.
enum InstructionLoop {
  /// Functions in C, one an opcode, that jump from one to the next.
  case threaded
  /// A `switch` in a loop.
  case plain
}

extension VirtualMachine {
  /// Runs instructions until one needs more than registers, or the frame that was begun with
  /// returns.
  ///
  /// Nothing is called by the loop, nothing counted and nothing thrown, so that its state stays in
  /// the processor's registers. An instruction that would need that, that fails, or that has no
  /// fuel left, ends the loop before it has changed anything; the frame on top then says where, and
  /// `finish(_:_:_:)` carries it out.
  ///
  /// - Parameter base: The frame whose return is waited for.
  func dispatch(from base: UnsafeMutablePointer<Frame>) {
    guard loop == .threaded else { return dispatchPlainly(from: base) }
    state.pointee.top = UnsafeMutableRawPointer(top).assumingMemoryBound(to: machine_frame.self)
    state.pointee.base = UnsafeMutableRawPointer(base).assumingMemoryBound(to: machine_frame.self)
    state.pointee.fuel = fuel
    machine_run(state)
    top = UnsafeMutableRawPointer(state.pointee.top).assumingMemoryBound(to: Frame.self)
    fuel = state.pointee.fuel
  }

  /// Shows the loop the stacks.
  func initializeState() {
    var machine = machine_state()
    machine.words = words
    machine.words_end = UnsafePointer(wordsEnd)
    machine.references = raw(references)
    machine.references_end = UnsafePointer(raw(referencesEnd))
    machine.frames_end = UnsafeRawPointer(framesEnd).assumingMemoryBound(to: machine_frame.self)
    machine.unshared = counting.unshared
    machine.one_reference = counting.oneReference
    machine.most_references = counting.most
    state.initialize(to: machine)
  }

  /// Shows the loop what a cell brought.
  func loadState() {
    state.pointee.functions = UnsafeRawPointer(entries)
      .assumingMemoryBound(to: machine_function.self)
    state.pointee.constants = UnsafePointer(constants)
    state.pointee.strings = UnsafeRawPointer(strings)
      .assumingMemoryBound(to: UnsafeRawPointer?.self)
  }

  private func raw(
    _ references: UnsafeMutablePointer<HeapObject?>
  ) -> UnsafeMutablePointer<UnsafeMutableRawPointer?> {
    UnsafeMutableRawPointer(references).assumingMemoryBound(to: UnsafeMutableRawPointer?.self)
  }

  // MARK: - Objects in memory

  /// Whether arrays and closures lie in memory as the loop reads them, which Swift does not promise.
  static let objectsLieAsInC: Bool = {
    let meter = MemoryMeter(limit: .max)
    do throws(Trap) {
      let agree = (try arrayLiesAsInC(meter), try closureLiesAsInC(meter))
      return agree.0 && agree.1
    } catch {
      return false
    }
  }()

  private static func arrayLiesAsInC(_ meter: MemoryMeter) throws(Trap) -> Bool {
    let array = try ArrayObject(of: Layout(words: 3, references: 2), capacity: 5, meter)
    _ = try array.addElement()
    let seen = inC(array, as: machine_array.self)
    return seen.element_words == 3 && seen.element_references == 2 && seen.count == 1
      && seen.capacity == 5 && seen.words == array.words
      && UnsafeRawPointer(seen.references) == UnsafeRawPointer(array.references)
  }

  private static func closureLiesAsInC(_ meter: MemoryMeter) throws(Trap) -> Bool {
    let captured = Slot(word: 0, reference: 0, layout: Layout(words: 3, references: 2))
    let template = ClosureTemplate(function: 7, captures: [captured], layout: captured.layout)
    let closure = try ClosureObject(template, [1, 2, 3], [nil, nil], meter)
    let seen = inC(closure, as: machine_closure.self)
    return seen.function == 7 && seen.captured_words == 3 && seen.captured_references == 2
      && seen.words == closure.words
      && UnsafeRawPointer(seen.references) == UnsafeRawPointer(closure.references)
  }

  private static func inC<Object>(_ object: HeapObject, as type: Object.Type) -> Object {
    withExtendedLifetime(object) {
      UnsafeRawPointer(Unmanaged.passUnretained(object).toOpaque()).load(as: type)
    }
  }
}
