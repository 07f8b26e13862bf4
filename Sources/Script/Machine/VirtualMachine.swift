import CMachine
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
  let limits: Limits
  let seed: Int
  /// The stacks of registers; above the frames in use, no reference is held.
  let words: UnsafeMutablePointer<UInt64>
  let references: UnsafeMutablePointer<HeapObject?>
  let wordsEnd: UnsafeMutablePointer<UInt64>
  let referencesEnd: UnsafeMutablePointer<HeapObject?>
  let framesEnd: UnsafeMutablePointer<Frame>
  private let frames: UnsafeMutablePointer<Frame>
  /// The objects of characters of ASCII that have been used.
  var asciiCharacters = [StringObject?](repeating: nil, count: 128)
  /// The frame of the cell.
  var bottom: UnsafeMutablePointer<Frame> { frames }
  /// What the word that counts an object's references holds.
  let counting: ReferenceCounting
  /// Which loop runs the instructions, and the machine as `CMachine` sees it.
  let loop: InstructionLoop
  let state: UnsafeMutablePointer<machine_state>
  /// The frame that runs, or that called what runs.
  var top: UnsafeMutablePointer<Frame>

  private var functions: [FunctionCode] = []
  private var entryTable = CodeTable<FunctionEntry>()
  private var constantTable = CodeTable<UInt64>()
  private var stringTable = CodeTable<StringObject>()
  private var operationTable = CodeTable<Operation>()
  private(set) var layouts: [Layout] = []
  private(set) var closures: [ClosureTemplate] = []
  /// The strings that cells have brought and that no object has been made of.
  private var unmadeStrings: ArraySlice<String> = []
  /// The functions, as those who call them see them; behind them the cell that runs.
  var entries: UnsafeMutablePointer<FunctionEntry> { entryTable.start }
  var constants: UnsafeMutablePointer<UInt64> { constantTable.start }
  var strings: UnsafeMutablePointer<StringObject> { stringTable.start }
  var operations: UnsafeMutablePointer<Operation> { operationTable.start }
  private var globals = Layout(words: 0, references: 0)
  /// Those of the cells; behind them stand what claims have kept while they were computed.
  private var cellGlobals = Layout(words: 0, references: 0)

  var stepsLeft = 0
  /// Steps that have been charged since the last look at the clock.
  var stepsUnseen = 0
  /// Steps that are charged to the budget, and that the loop has not taken yet.
  var fuel = 0
  var deadline: UInt64 = 0
  /// The deadline that nothing moves.
  var lastDeadline: UInt64 = 0
  /// The processor time that a cell may take, in nanoseconds.
  var timeLimit: UInt64 = 0
  /// The processor time of the thread when the cell began.
  var processorStart: UInt64 = 0
  var reentries = 0
  var events: [RunEvent] = []
  var printed = ""
  var printedSpan = SourceSpan(0, 0)
  var outputBytes = 0
  var probeStarts: [Int: Int] = [:]
  /// The error of the lesson that is on its way to its handler.
  var thrown: HeapObject?
  /// The failure that an error which nothing catches will be.
  var uncaught: RunFailure?
  /// What the types of the lesson conform to.
  private(set) var conformances: [DeclaredType: Conformance] = [:]
  /// Bytes that the host keeps until the closure that it has called returns.
  var keptBytes = 0
  /// The failure of a closure that the host called: no host function can make it unhappen.
  var hostTrap: Trap?

  /// How many words and how many references the stacks hold: none where the system has no memory.
  private let capacity: Int

  /// Words, references and frames that a session's calls may take together.
  private static let stackSize = 1 << 20

  /// Creates a machine for one session.
  ///
  /// - Parameters:
  ///   - limits: What the session may use.
  ///   - library: What the host publishes.
  ///   - seed: The seed of random generators that the session makes without one.
  public convenience init(limits: Limits, library: HostLibrary, seed: Int = 0) {
    self.init(limits: limits, library: library, seed: seed, loop: .threaded)
  }

  /// Creates a machine with a loop of choice; the plain one where the other cannot be.
  init(
    limits: Limits,
    library: HostLibrary,
    seed: Int = 0,
    loop: InstructionLoop,
    stackSize: Int = stackSize
  ) {
    self.limits = limits
    self.seed = seed
    self.library = library
    meter = MemoryMeter(limit: limits.memory)
    // Zeroed memory is a stack of empty references, and the system hands it out page by page.
    let stacks = Self.stacks(stackSize)
    capacity = stacks == nil ? 0 : stackSize
    words = stacks?.words ?? .allocate(capacity: 0)
    references = stacks?.references ?? .allocate(capacity: 0)
    wordsEnd = words + capacity
    referencesEnd = references + capacity
    let depth = min(max(limits.depth, 0), Self.stackSize)
    frames = .allocate(capacity: depth + 1)
    framesEnd = frames + depth
    top = frames
    counting = ReferenceCounting()
    self.loop = Self.objectsLieAsInC ? loop : .plain
    state = .allocate(capacity: 1)
    initializeState()
  }

  deinit {
    references.deinitialize(count: globals.references)
    if capacity > 0 {
      Self.giveBack(references, capacity)
      Self.giveBack(words, capacity)
    } else {
      references.deallocate()
      words.deallocate()
    }
    frames.deallocate()
    entryTable.deallocate()
    constantTable.deallocate()
    stringTable.deallocate()
    operationTable.deallocate()
    state.deallocate()
  }

  /// Both stacks, or nil where the system has no memory for them.
  private static func stacks(
    _ count: Int
  ) -> (words: UnsafeMutablePointer<UInt64>, references: UnsafeMutablePointer<HeapObject?>)? {
    guard let words: UnsafeMutablePointer<UInt64> = zeroed(count) else { return nil }
    guard let references: UnsafeMutablePointer<HeapObject?> = zeroed(count) else {
      giveBack(words, count)
      return nil
    }
    return (words, references)
  }

  /// Memory from the system: what the C library has used before, it would have to clear.
  private static func zeroed<Register>(_ count: Int) -> UnsafeMutablePointer<Register>? {
    let size = count * MemoryLayout<Register>.stride
    let memory = mmap(nil, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let memory, memory != MAP_FAILED else { return nil }
    return memory.bindMemory(to: Register.self, capacity: count)
  }

  private static func giveBack<Register>(_ memory: UnsafeMutablePointer<Register>, _ count: Int) {
    munmap(memory, count * MemoryLayout<Register>.stride)
  }

  /// Runs a cell.
  ///
  /// - Parameters:
  ///   - cell: The code, compiled by the session's compiler.
  ///   - seconds: The wall time it may take, where it differs from the session's limit.
  /// - Returns: What the cell made visible, and why it stopped where it failed.
  public func run(_ cell: CompiledCell, seconds: Double? = nil) -> RunResult {
    defer { cellGlobals = globals }
    return execute(cell, seconds: seconds)
  }

  private func execute(_ cell: CompiledCell, seconds: Double? = nil) -> RunResult {
    load(cell)
    guard cell.main.words <= capacity, cell.main.references <= capacity else {
      return RunResult(events: [], failure: noRoom(for: cell.main))
    }
    events = []
    printed = ""
    outputBytes = 0
    probeStarts = [:]
    reentries = 0
    hostTrap = nil
    uncaught = nil
    releaseKept(downTo: 0)
    startBudget(seconds: seconds ?? limits.seconds)
    var failure: RunFailure?
    if let entry = FunctionEntry(cell.main) {
      entryTable.reserve(1)
      let main = entries + functions.count
      main.initialize(to: entry)
      top = frames
      top.initialize(
        to: Frame(function: main, pc: entry.start, words: words, references: references)
      )
      do throws(Trap) {
        try makeStrings()
        loadState()
        try execute(from: top)
      } catch {
        failure = error.isThrown ? uncaught ?? describeFailure(error) : describeFailure(error)
        thrown = nil
        unwind()
      }
    }
    flushPrinted()
    return RunResult(events: events, failure: failure)
  }

  /// Runs a cell, and leaves all variables of the session as they were.
  ///
  /// - Parameter cell: The code, compiled by the session's compiler.
  /// - Returns: What the cell made visible, and whether it had changed a variable.
  public func runWithoutTrace(_ cell: CompiledCell) -> (result: RunResult, hadChanged: Bool) {
    let saved = SavedGlobals(cellGlobals, words, references)
    let result = execute(cell)
    return (result, saved.restore(words, references))
  }

  /// Takes over what a cell brings; `run` does so by itself.
  ///
  /// - Parameter cell: The code, compiled by the session's compiler right after what came before.
  public func load(_ cell: CompiledCell) {
    for (index, function) in cell.functions.sorted(by: { $0.key < $1.key }) {
      guard let entry = FunctionEntry(function) else { continue }
      // Every function of the session up to here is compiled, or the cell would not run.
      while functions.count < index {
        functions.append(function)
        entryTable.append(entry)
      }
      functions.append(function)
      entryTable.append(entry)
    }
    constantTable.append(contentsOf: cell.pools.constants.added)
    operationTable.append(contentsOf: cell.pools.operations.added)
    layouts += cell.pools.layouts.added
    closures += cell.pools.closures.added
    unmadeStrings += cell.pools.strings.added
    conformances = cell.conformances
    // A cell for which there is no room never runs.
    if max(cell.globals.words, cell.globals.references) <= capacity { globals = cell.globals }
  }

  /// Makes objects of the strings that cells have brought.
  private func makeStrings() throws(Trap) {
    while let text = unmadeStrings.first {
      stringTable.append(try StringObject(text, meter))
      unmadeStrings.removeFirst()
    }
  }

  func code(_ function: Int) -> FunctionCode { functions[function] }

  // MARK: - Failures

  /// How many calls are in progress.
  var callDepth: Int { top - frames + 1 }

  func describeFailure(_ trap: Trap) -> RunFailure {
    var stack: [(function: String, call: SourceSpan)] = []
    var frame = top
    while frame > frames, stack.count < 20 {
      stack.append((frame.pointee.name, (frame - 1).pointee.span))
      frame -= 1
    }
    return RunFailure(
      id: trap.id,
      message: trap.message,
      help: trap.help,
      span: top.pointee.span,
      callStack: stack
    )
  }

  /// Why a cell cannot begin.
  private func noRoom(for main: FunctionCode) -> RunFailure {
    RunFailure(
      id: "memory-limit",
      message: capacity == 0
        ? "the system has no memory for the registers of a lesson"
        : "this cell needs more than the \(capacity) registers that there are",
      help: capacity == 0 ? "end other programs, or raise 'ulimit -v'" : "split it into functions",
      span: main.spans.first ?? SourceSpan(0, 0)
    )
  }

  /// Releases what a failure left above the globals, innermost frame first.
  private func unwind() {
    forgetLentCaptures()
    while top > frames {
      top.pointee.releaseReferences(above: 0)
      top -= 1
    }
    top.pointee.releaseReferences(above: globals.references)
  }

  /// Empties the registers of what the frame on top has lent for a call that does not come about.
  private func forgetLentCaptures() {
    let call = (top.pointee.pc - 1).pointee
    guard call.opcode == .call else { return }
    let captured = functions[Int(call.c)].captured
    let references = top.pointee.references + Int(call.b)
    (references + captured.reference).forget(captured.layout.references)
  }
}

/// The registers of the frame that an operation works on.
struct Registers {
  var words: UnsafeMutablePointer<UInt64>
  var references: UnsafeMutablePointer<HeapObject?>

  func int(_ operand: Operand) -> Int { Int(bitPattern: UInt(words[operand.slot.word])) }
  func double(_ operand: Operand) -> Double { Double(bitPattern: words[operand.slot.word]) }
}
