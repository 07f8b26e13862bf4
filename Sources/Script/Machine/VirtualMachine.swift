import Diagnostics

#if canImport(Glibc)
import Glibc
#elseif canImport(Darwin)
import Darwin
#endif

/// Runs compiled cells: registers of untagged words and counted references, under a budget.
///
/// The globals of the session stand at the bottom of both stacks; every frame follows the one that
/// called it. After a failure the machine goes on with the next cell.
public final class VirtualMachine {
  let library: HostLibrary
  let meter: MemoryMeter
  private(set) var limits: Limits
  private let words: UnsafeMutablePointer<UInt64>
  private let references: UnsafeMutablePointer<HeapObject?>
  private var functions: [FunctionCode?] = []
  private var constants: [UInt64] = []
  private var strings: [StringObject] = []
  private var layouts: [Layout] = []
  private var closures: [ClosureTemplate] = []
  private var operations: [Operation] = []
  private var frames: [Frame] = []
  private var main: FunctionCode?
  private var globals = Layout(words: 0, references: 0)
  private var stepsLeft = 0
  private var fuel = 0
  private var deadline: UInt64 = 0
  private var depth = 0
  private var reentries = 0
  var events: [RunEvent] = []
  var printed = ""
  var printedSpan = SourceSpan(0, 0)
  /// The failure of a closure that the host called: no host function can make it unhappen.
  var hostTrap: Trap?
  private var outputBytes = 0
  /// One more than the highest reference register that a frame has had.
  private var highestReference = 0
  private var probeStarts: [Int: Int] = [:]

  /// Words and references that a session's frames may take together.
  private static let stackSize = 1 << 20
  /// Calls of closures by host functions and intrinsics inside one another.
  private static let greatestReentry = 200
  /// Steps between two looks at the clock.
  private static let fuelPortion = 4096
  /// Seconds that surely fit the clock: some thirty years.
  private static let longestTime = 1e9

  struct Frame {
    var function: Int
    var pc: Int
    var word: Int
    var reference: Int
  }

  /// Creates a machine for one session.
  public init(limits: Limits, library: HostLibrary) {
    self.limits = limits
    self.library = library
    meter = MemoryMeter(limit: limits.memory)
    words = .allocate(capacity: Self.stackSize)
    // Zeroed memory is a stack of empty references, and the system hands it out page by page.
    references = calloc(Self.stackSize, MemoryLayout<HeapObject?>.stride)
      .bindMemory(to: HeapObject?.self, capacity: Self.stackSize)
  }

  deinit {
    references.deinitialize(count: highestReference)
    free(references)
    words.deallocate()
  }

  /// Runs a cell.
  ///
  /// - Parameters:
  ///   - cell: The code, compiled by the session's compiler.
  ///   - seconds: The wall time it may take, where it differs from the session's limit.
  /// - Returns: What the cell made visible, and why it stopped where it failed.
  public func run(_ cell: CompiledCell, seconds: Double? = nil) -> RunResult {
    for (index, function) in cell.functions {
      while functions.count <= index { functions.append(nil) }
      functions[index] = function
    }
    constants = cell.constants
    layouts = cell.layouts
    closures = cell.closures
    operations = cell.operations
    events = []
    printed = ""
    outputBytes = 0
    probeStarts = [:]
    stepsLeft = limits.steps
    fuel = 0
    depth = 0
    reentries = 0
    hostTrap = nil
    let wallTime = seconds ?? limits.seconds
    deadline = Self.now() &+ UInt64(wallTime > 0 ? min(wallTime, Self.longestTime) * 1e9 : 0)
    main = cell.main
    globals = cell.globals
    highestReference = max(highestReference, cell.main.references)
    frames = [Frame(function: -1, pc: 0, word: 0, reference: 0)]
    var failure: RunFailure?
    do {
      while strings.count < cell.strings.count {
        strings.append(try StringObject(cell.strings[strings.count], meter))
      }
      try execute(untilDepth: 0)
    } catch {
      failure = describeFailure(error)
    }
    flushPrinted()
    // Whatever a failure left above the globals is released.
    if failure != nil {
      for index in cell.globals.references..<max(cell.globals.references, highestReference) {
        references[index] = nil
      }
    }
    frames = []
    return RunResult(events: events, failure: failure)
  }

  private func describeFailure(_ error: any Error) -> RunFailure {
    let trap = error as? Trap ?? Trap("internal", "\(error)")
    let spans = frames.map { frame -> SourceSpan in
      let code = self.code(frame.function)
      return code.spans.indices.contains(frame.pc) ? code.spans[frame.pc] : SourceSpan(0, 0)
    }
    var stack: [(function: String, call: SourceSpan)] = []
    for index in stride(from: frames.count - 1, to: 0, by: -1) where stack.count < 20 {
      stack.append((code(frames[index].function).name, spans[index - 1]))
    }
    return RunFailure(
      id: trap.id,
      message: trap.message,
      help: trap.help,
      span: spans.last ?? SourceSpan(0, 0),
      callStack: stack
    )
  }

  func code(_ function: Int) -> FunctionCode {
    if function >= 0, functions.indices.contains(function), let code = functions[function] {
      return code
    }
    return main.unsafelyUnwrapped
  }

  // MARK: - Budget and output

  private static func now() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
  }

  /// Charges steps to the budget, and looks at the clock.
  func charge(_ steps: Int) throws(Trap) {
    stepsLeft -= steps
    guard stepsLeft > 0 else {
      throw Trap(
        "step-limit",
        "this cell has taken \(limits.steps) steps and is not done",
        help: "look for a loop that does not end, or raise 'limits: steps:' in the front matter"
      )
    }
    guard Self.now() < deadline else {
      throw Trap(
        "time-limit",
        "this cell has run out of its time",
        help: "do less work, or raise 'time-limit=' on the cell"
      )
    }
  }

  private func refuel() throws(Trap) {
    try charge(Self.fuelPortion)
    fuel = Self.fuelPortion
  }

  func write(_ text: String, at span: SourceSpan) throws(Trap) {
    outputBytes += text.utf8.count
    guard outputBytes <= limits.outputBytes else {
      throw Trap(
        "output-limit",
        "this cell has printed more than \(limits.outputBytes) bytes",
        help: "print less, or raise 'limits: output:' in the front matter"
      )
    }
    if printed.isEmpty { printedSpan = span }
    printed += text
  }

  func flushPrinted() {
    guard !printed.isEmpty else { return }
    events.append(.printed(printed, at: printedSpan))
    printed = ""
  }

  // MARK: - Calls from the host

  /// Calls a closure with arguments that stand elsewhere; the result is read from the view.
  func call(
    _ closure: ClosureObject,
    _ place: (UnsafeMutablePointer<UInt64>, UnsafeMutablePointer<HeapObject?>) -> Void
  ) throws(Trap) -> (
    words: UnsafeMutablePointer<UInt64>, references: UnsafeMutablePointer<HeapObject?>
  ) {
    let frame = frames[frames.count - 1]
    let code = self.code(frame.function)
    let word = frame.word + code.words
    let reference = frame.reference + code.references
    guard reentries < Self.greatestReentry else {
      throw Trap(
        "depth-limit",
        "closures are called inside closures more than \(Self.greatestReentry) deep",
        help: "look for a recursion that does not end"
      )
    }
    try checkStack(word + 64, reference + 64)
    place(words + word, references + reference)
    reentries += 1
    defer { reentries -= 1 }
    let level = frames.count
    try enter(closure, word: word, reference: reference)
    try execute(untilDepth: level)
    return (words + word, references + reference)
  }

  private func checkStack(_ word: Int, _ reference: Int) throws(Trap) {
    if reference > highestReference { highestReference = min(reference, Self.stackSize) }
    guard word < Self.stackSize, reference < Self.stackSize, frames.count <= limits.depth else {
      throw Trap(
        "depth-limit",
        "functions call one another \(frames.count) deep",
        help:
          "look for a recursion that does not end, or raise 'limits: depth:' in the front matter"
      )
    }
  }

  private func enter(_ closure: ClosureObject, word: Int, reference: Int) throws(Trap) {
    let code = self.code(closure.function)
    try checkStack(word + code.words, reference + code.references)
    for (offset, value) in closure.words.enumerated() {
      words[word + code.parameters.words + offset] = value
    }
    for (offset, value) in closure.captured.enumerated() {
      references[reference + code.parameters.references + offset] = value
    }
    frames.append(Frame(function: closure.function, pc: 0, word: word, reference: reference))
  }

  // MARK: - The loop

  private func execute(untilDepth level: Int) throws(Trap) {
    var frame = frames[frames.count - 1]
    var code = self.code(frame.function)
    var pc = frame.pc
    var w = words + frame.word
    var r = references + frame.reference
    defer { _ = code }

    func int(_ register: UInt16) -> Int { Int(bitPattern: UInt(w[Int(register)])) }
    func double(_ register: UInt16) -> Double { Double(bitPattern: w[Int(register)]) }
    func array(_ register: UInt16) -> ArrayObject {
      unsafeDowncast(r[Int(register)].unsafelyUnwrapped, to: ArrayObject.self)
    }

    while true {
      let instruction = code.code[pc]
      let a = Int(instruction.a)
      let b = Int(instruction.b)
      let c = Int(instruction.c)
      // A trap finds its place through the frame.
      do throws(Trap) {
        switch instruction.opcode {
        case .moveWord: w[a] = w[b]
        case .moveReference: r[a] = r[b]
        case .takeReference:
          r[a] = r[b]
          r[b] = nil
        case .clearReference: r[a] = nil
        case .loadConstant: w[a] = constants[b | c << 16]
        case .loadString: r[a] = strings[b]
        case .loadGlobalWord: w[a] = words[b]
        case .storeGlobalWord: words[a] = w[b]
        case .loadGlobalReference: r[a] = references[b]
        case .storeGlobalReference: references[a] = r[b]
        case .takeGlobalReference:
          r[a] = references[b]
          references[b] = nil
        case .makeBox:
          let box = try ArrayObject(of: layouts[b], capacity: 1, meter)
          _ = try box.addElement()
          r[a] = box
        case .loadBoxWord: w[a] = array(instruction.b).words[c]
        case .storeBoxWord: array(instruction.a).words[c] = w[b]
        case .loadBoxReference: r[a] = array(instruction.b).references[c]
        case .storeBoxReference:
          let box = array(instruction.a)
          box.references[c] = r[b]
          try box.hold(r[b])
        case .takeBoxReference:
          let box = array(instruction.b)
          r[a] = box.references[c]
          box.references[c] = nil

        case .addInt:
          let (sum, overflow) = int(instruction.b).addingReportingOverflow(int(instruction.c))
          if overflow { throw Self.overflow(int(instruction.b), "+", int(instruction.c)) }
          w[a] = UInt64(bitPattern: Int64(sum))
        case .subtractInt:
          let (sum, overflow) = int(instruction.b).subtractingReportingOverflow(int(instruction.c))
          if overflow { throw Self.overflow(int(instruction.b), "-", int(instruction.c)) }
          w[a] = UInt64(bitPattern: Int64(sum))
        case .multiplyInt:
          let (sum, overflow) = int(instruction.b).multipliedReportingOverflow(
            by: int(instruction.c)
          )
          if overflow { throw Self.overflow(int(instruction.b), "*", int(instruction.c)) }
          w[a] = UInt64(bitPattern: Int64(sum))
        case .divideInt:
          let (quotient, overflow) = int(instruction.b).dividedReportingOverflow(
            by: int(instruction.c)
          )
          if overflow { throw Self.division(int(instruction.b), "/", int(instruction.c)) }
          w[a] = UInt64(bitPattern: Int64(quotient))
        case .remainderInt:
          let (rest, overflow) = int(instruction.b).remainderReportingOverflow(
            dividingBy: int(instruction.c)
          )
          if overflow { throw Self.division(int(instruction.b), "%", int(instruction.c)) }
          w[a] = UInt64(bitPattern: Int64(rest))
        case .negateInt:
          let (value, overflow) = 0.subtractingReportingOverflow(int(instruction.b))
          if overflow { throw Self.overflow(0, "-", int(instruction.b)) }
          w[a] = UInt64(bitPattern: Int64(value))
        case .wrappingAdd: w[a] = w[b] &+ w[c]
        case .wrappingSubtract: w[a] = w[b] &- w[c]
        case .wrappingMultiply: w[a] = w[b] &* w[c]
        case .bitAnd: w[a] = w[b] & w[c]
        case .bitOr: w[a] = w[b] | w[c]
        case .bitXor: w[a] = w[b] ^ w[c]
        case .bitNot: w[a] = ~w[b]
        case .shiftLeft: w[a] = UInt64(bitPattern: Int64(int(instruction.b) << int(instruction.c)))
        case .shiftRight: w[a] = UInt64(bitPattern: Int64(int(instruction.b) >> int(instruction.c)))
        case .addDouble: w[a] = (double(instruction.b) + double(instruction.c)).bitPattern
        case .subtractDouble: w[a] = (double(instruction.b) - double(instruction.c)).bitPattern
        case .multiplyDouble: w[a] = (double(instruction.b) * double(instruction.c)).bitPattern
        case .divideDouble: w[a] = (double(instruction.b) / double(instruction.c)).bitPattern
        case .negateDouble: w[a] = (-double(instruction.b)).bitPattern
        case .equalInt: w[a] = w[b] == w[c] ? 1 : 0
        case .notEqualInt: w[a] = w[b] != w[c] ? 1 : 0
        case .lessInt: w[a] = int(instruction.b) < int(instruction.c) ? 1 : 0
        case .lessOrEqualInt: w[a] = int(instruction.b) <= int(instruction.c) ? 1 : 0
        case .equalDouble: w[a] = double(instruction.b) == double(instruction.c) ? 1 : 0
        case .notEqualDouble: w[a] = double(instruction.b) != double(instruction.c) ? 1 : 0
        case .lessDouble: w[a] = double(instruction.b) < double(instruction.c) ? 1 : 0
        case .lessOrEqualDouble: w[a] = double(instruction.b) <= double(instruction.c) ? 1 : 0
        case .not: w[a] = 1 &- w[b]
        case .squareRoot: w[a] = double(instruction.b).squareRoot().bitPattern
        case .intToDouble: w[a] = Double(int(instruction.b)).bitPattern
        case .doubleToInt:
          let value = double(instruction.b)
          guard let whole = Int(exactly: value.rounded(.towardZero)) else {
            throw Trap(
              "conversion",
              "\(value) cannot be made an 'Int'",
              help: "'Int' holds \(Int.min) to \(Int.max)"
            )
          }
          w[a] = UInt64(bitPattern: Int64(whole))

        case .jump:
          if a <= pc {
            fuel -= 1
            if fuel < 0 { try refuel() }
          }
          pc = a
          continue
        case .jumpIf:
          if w[a] != 0 {
            pc = b
            continue
          }
        case .jumpUnless:
          if w[a] == 0 {
            pc = b
            continue
          }
        case .jumpIfLessInt:
          if int(instruction.a) < int(instruction.b) {
            pc = c
            continue
          }
        case .jumpUnlessLessInt:
          if int(instruction.a) >= int(instruction.b) {
            pc = c
            continue
          }
        case .jumpUnlessLessOrEqualInt:
          if int(instruction.a) > int(instruction.b) {
            pc = c
            continue
          }
        case .increment: w[a] &+= 1

        case .call, .callClosure:
          fuel -= 1
          if fuel < 0 { try refuel() }
          frames[frames.count - 1].pc = pc
          let word = frame.word + a
          let reference = frame.reference + b
          if instruction.opcode == .call {
            let callee = self.code(c)
            try checkStack(word + callee.words, reference + callee.references)
            frames.append(Frame(function: c, pc: 0, word: word, reference: reference))
          } else {
            guard let closure = r[c] as? ClosureObject else { throw Self.uninitialized }
            try enter(closure, word: word, reference: reference)
          }
          frame = frames[frames.count - 1]
          code = self.code(frame.function)
          pc = 0
          w = words + frame.word
          r = references + frame.reference
          continue
        case .return:
          // The first frame begins with the session's globals, which stay.
          let kept = frames.count == 1 ? globals.references : b
          for register in kept..<max(kept, code.references) where r[register] != nil {
            r[register] = nil
          }
          if frames.count - 1 == level {
            if level > 0 { frames.removeLast() }
            return
          }
          frames.removeLast()
          frame = frames[frames.count - 1]
          code = self.code(frame.function)
          pc = frame.pc + 1
          w = words + frame.word
          r = references + frame.reference
          continue

        case .arrayCount:
          guard r[b] != nil else { throw Self.uninitialized }
          w[a] = UInt64(array(instruction.b).count)
        case .arrayWord:
          let object = array(instruction.b)
          let index = int(instruction.c)
          guard index >= 0, index < object.count else { throw Self.outOfRange(index, object.count) }
          w[a] = object.words[index]
        case .arrayReference:
          let object = array(instruction.b)
          let index = int(instruction.c)
          guard index >= 0, index < object.count else { throw Self.outOfRange(index, object.count) }
          r[a] = object.references[index]
        case .setArrayWord:
          let object = try unique(r + a)
          let index = int(instruction.b)
          guard index >= 0, index < object.count else { throw Self.outOfRange(index, object.count) }
          object.words[index] = w[c]
        case .setArrayReference:
          let object = try unique(r + a)
          let index = int(instruction.b)
          guard index >= 0, index < object.count else { throw Self.outOfRange(index, object.count) }
          object.references[index] = r[c]
        case .takeArrayReference:
          let object = try unique(r + b)
          let index = int(instruction.c)
          guard index >= 0, index < object.count else { throw Self.outOfRange(index, object.count) }
          r[a] = object.references[index]
          object.references[index] = nil
        case .appendWord:
          let object = try unique(r + a)
          try object.addWord(w[b])
        case .makeArray:
          r[a] = try ArrayObject(of: layouts[b], capacity: 0, meter)
        case .makeClosure:
          let template = closures[b]
          var captured: [HeapObject?] = []
          var values: [UInt64] = []
          for slot in template.captures {
            for offset in 0..<slot.layout.words { values.append(w[slot.word + offset]) }
            for offset in 0..<slot.layout.references { captured.append(r[slot.reference + offset]) }
          }
          r[a] = try ClosureObject(template.function, words: values, captured: captured, meter)

        case .operation:
          frames[frames.count - 1].pc = pc
          try perform(operations[a], Registers(words: w, references: r), at: code.spans[pc])
        case .beginProbe:
          probeStarts[a] = printed.utf8.count
        }
      } catch {
        frames[frames.count - 1].pc = pc
        throw error
      }
      pc += 1
    }
  }

  /// The array in a register, not shared with anything else.
  @inline(__always)
  func unique(_ register: UnsafeMutablePointer<HeapObject?>) throws(Trap) -> ArrayObject {
    guard register.pointee != nil else { throw Self.uninitialized }
    if !isKnownUniquelyReferenced(&register.pointee) {
      register.pointee = try unsafeDowncast(
        register.pointee.unsafelyUnwrapped,
        to: ArrayObject.self
      ).copy()
    }
    return unsafeDowncast(register.pointee.unsafelyUnwrapped, to: ArrayObject.self)
  }

  /// The text printed since a probe began.
  func printedSinceProbe(_ index: Int) -> String {
    let start = probeStarts[index] ?? 0
    return String(decoding: printed.utf8.dropFirst(start), as: UTF8.self)
  }

  static let uninitialized = Trap(
    "uninitialized",
    "this value is not there: the code that makes it has not run"
  )

  static func outOfRange(_ index: Int, _ count: Int) -> Trap {
    Trap(
      "index-out-of-range",
      "index \(index) is out of range of an array of \(count) element\(count == 1 ? "" : "s")",
      help: count == 0 ? "the array is empty" : "the indices are 0 to \(count - 1)"
    )
  }

  static func overflow(_ a: Int, _ name: String, _ b: Int) -> Trap {
    Trap(
      "overflow",
      "\(a) \(name) \(b) does not fit an 'Int'",
      help: "'Int' holds \(Int.min) to \(Int.max); use 'Double', or '&\(name)' to wrap around"
    )
  }

  static func division(_ a: Int, _ name: String, _ b: Int) -> Trap {
    b == 0
      ? Trap("division-by-zero", "\(a) \(name) 0: division by zero", help: "test the divisor first")
      : overflow(a, name, b)
  }
}

/// The registers of the frame that an operation works on.
struct Registers {
  var words: UnsafeMutablePointer<UInt64>
  var references: UnsafeMutablePointer<HeapObject?>

  func int(_ operand: Operand) -> Int { Int(bitPattern: UInt(words[operand.slot.word])) }
  func double(_ operand: Operand) -> Double { Double(bitPattern: words[operand.slot.word]) }
}
