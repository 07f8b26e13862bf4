import Diagnostics

/// Where an error goes that comes out of some instructions of a function.
struct ErrorHandler: Sendable {
  var start: Int
  var end: Int
  /// The instruction that goes on with the error.
  var target: Int
  /// The reference register that the error is put into.
  var register: Int
}

/// A function in the machine's code, at an address that stays while it lives.
final class FunctionCode: @unchecked Sendable {
  let name: String
  /// The instructions; never changed after `init`, which is what makes the class `Sendable`.
  let instructions: UnsafeBufferPointer<Instruction>
  let spans: [SourceSpan]
  /// How many registers its frame takes.
  let words: Int
  let references: Int
  /// Where the values that a closure captured stand in the frame.
  let captured: Slot
  let handlers: [ErrorHandler]
  /// The references at the bottom of the frame that outlive it where an error leaves it: what the
  /// function has changed.
  let keptOnError: Int
  /// The parameters and the result, for calls from the host.
  let parameters: [Parameter]
  let result: Operand
  /// What the function has in its first registers when it returns: changed parameters, the result.
  let returned: Layout

  /// Where a parameter stands, and whether the function changes what it was called with.
  struct Parameter {
    var operand: Operand
    var isInout: Bool
  }

  init(
    name: String,
    code: [Instruction],
    spans: [SourceSpan],
    frame: Layout,
    captured: Slot,
    handlers: [ErrorHandler],
    keptOnError: Int,
    parameters: [Parameter],
    result: Operand
  ) {
    self.name = name
    let memory = UnsafeMutableBufferPointer<Instruction>.allocate(capacity: code.count)
    _ = memory.initialize(from: code)
    instructions = UnsafeBufferPointer(memory)
    self.spans = spans
    words = frame.words
    references = frame.references
    self.captured = captured
    self.handlers = handlers
    self.keptOnError = keptOnError
    self.parameters = parameters
    self.result = result
    returned =
      Layout(words: result.slot.word, references: result.slot.reference) + result.slot.layout
  }

  deinit { instructions.deallocate() }

  /// The innermost handler of the instruction before an address.
  func handler(before next: UnsafePointer<Instruction>) -> ErrorHandler? {
    guard !handlers.isEmpty, let start = instructions.baseAddress else { return nil }
    let index = next - start - 1
    return handlers.first { $0.start <= index && index < $0.end }
  }

  /// The place in the source of the instruction before an address.
  func span(before next: UnsafePointer<Instruction>) -> SourceSpan {
    guard let start = instructions.baseAddress else { return SourceSpan(0, 0) }
    let index = next - start - 1
    return spans.indices.contains(index) ? spans[index] : SourceSpan(0, 0)
  }
}

/// Which function a closure is of, and where the values it captures stand.
struct ClosureTemplate: Sendable {
  var function: Int
  var captures: [Slot]
  /// The registers that the captured values take together.
  var layout: Layout
}

/// The code of one cell and of the functions it brings; the machine is given each cell's, in order.
public struct CompiledCell: Sendable {
  var main: FunctionCode
  /// Functions by their number in the session.
  var functions: [Int: FunctionCode]
  /// What the code adds to that of the cells before.
  var pools: CodePools
  /// What the types of the lesson conform to.
  var conformances: [DeclaredType: Conformance]
  /// The registers that the session's globals take after this cell.
  var globals: Layout
}
