import Diagnostics

/// A call in progress: what the machine goes back to, and what a failure's call stack is read from.
struct Frame {
  var code: Unmanaged<FunctionCode>
  /// The address after the instruction that called on, or that failed.
  var pc: UnsafePointer<Instruction>
  var words: UnsafeMutablePointer<UInt64>
  var references: UnsafeMutablePointer<HeapObject?>

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
    code._withUnsafeGuaranteedRef { code in
      let borrowed = code.captured
      for register in kept..<max(kept, code.references) where !references.isEmpty(register) {
        guard register >= borrowed.reference,
          register < borrowed.reference + borrowed.layout.references
        else { return false }
        (references + register).initialize(to: nil)
      }
      return true
    }
  }
}

/// What a call needs of a function, where the loop can read it without counting a reference.
struct FunctionEntry {
  var start: UnsafePointer<Instruction>
  var words: Int
  var references: Int
  var captured: (word: Int, reference: Int)
  var code: Unmanaged<FunctionCode>

  /// Creates the entry of a function that something else keeps alive.
  ///
  /// - Returns: nil for a function without instructions: none can be entered.
  init?(_ function: FunctionCode) {
    guard let start = function.instructions.baseAddress else { return nil }
    self.start = start
    words = function.words
    references = function.references
    captured = (function.captured.word, function.captured.reference)
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
