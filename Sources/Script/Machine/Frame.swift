import Diagnostics

/// A call in progress: what the machine goes back to, and what a failure's call stack is read from;
/// `machine_frame` in `CMachine`.
struct Frame {
  var function: UnsafePointer<FunctionEntry>
  /// The address after the instruction that called on, or that failed.
  var pc: UnsafePointer<Instruction>
  var words: UnsafeMutablePointer<UInt64>
  var references: UnsafeMutablePointer<HeapObject?>

  /// The code of the function, which outlives the call.
  var code: Unmanaged<FunctionCode> { function.pointee.code }

  /// The name of the function, with labels.
  var name: String { code._withUnsafeGuaranteedRef { $0.name } }

  /// The place in the source of the instruction that called on, or that failed.
  var span: SourceSpan { code._withUnsafeGuaranteedRef { $0.span(before: pc) } }

  /// Empties the frame's references above the first few; what it borrowed is not its to release.
  func releaseReferences(above kept: Int) {
    code._withUnsafeGuaranteedRef { code in
      (references + code.captured.reference).forget(code.captured.layout.references)
      for register in kept..<max(kept, code.references) { references[register] = nil }
    }
  }

  /// Empties what the frame borrowed, where it holds no other reference above the first few.
  ///
  /// - Returns: Whether that is so.
  @inline(__always)
  func forgetBorrowed(above kept: Int) -> Bool {
    let first = function.pointee.capturedReference
    let borrowed = first..<(first + function.pointee.capturedReferences)
    for register in kept..<max(kept, function.pointee.references)
    where !references.isEmpty(register) {
      guard borrowed.contains(register) else { return false }
      (references + register).initialize(to: nil)
    }
    return true
  }
}

/// What a call needs of a function, where the loop can read it without counting a reference:
/// `machine_function` in `CMachine`.
struct FunctionEntry {
  var start: UnsafePointer<Instruction>
  var words: Int
  var references: Int
  /// Where what a closure captured stands in the frame.
  var capturedWord: Int
  var capturedReference: Int
  var capturedReferences: Int
  var code: Unmanaged<FunctionCode>

  /// Creates the entry of a function that something else keeps alive.
  ///
  /// - Returns: nil for a function without instructions: none can be entered.
  init?(_ function: FunctionCode) {
    guard let start = function.instructions.baseAddress else { return nil }
    self.start = start
    words = function.words
    references = function.references
    capturedWord = function.captured.word
    capturedReference = function.captured.reference
    capturedReferences = function.captured.layout.references
    code = .passUnretained(function)
  }
}

extension UnsafeMutablePointer<HeapObject?> {
  /// Empties registers whose references were borrowed.
  @inline(__always)
  func forget(_ count: Int) {
    for index in 0..<count { (self + index).initialize(to: nil) }
  }
}
