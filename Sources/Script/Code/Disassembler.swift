public import Diagnostics

/// Returns the machine's code of a cell as text: a line an instruction, with the line of the source.
public func disassemble(_ cell: CompiledCell, in source: SourceFile) -> String {
  let functions = cell.functions.sorted { $0.key < $1.key }.map { ("function \($0.key)", $0.value) }
  return ([("cell", cell.main)] + functions).map { title, function in
    var text =
      "\(title) '\(function.name)': \(function.words) words, \(function.references) references\n"
    for (index, instruction) in function.instructions.enumerated() {
      let number = String(index)
      let line = String(source.position(at: function.spans[index].start).line)
      text += String(repeating: " ", count: max(0, 5 - number.count)) + number
      text += "  " + pad("\(instruction.opcode)", to: 26)
      text += pad(operands(of: instruction, at: index), to: 20) + "; line \(line)"
      if instruction.opcode == .operation {
        text += ", " + summary(of: cell.pools.operations[Int(instruction.a)])
      }
      text += "\n"
    }
    return text
  }.joined(separator: "\n")
}

/// The operands as numbers; the place that a jump goes to instead of its distance.
private func operands(of instruction: Instruction, at index: Int) -> String {
  let (a, b) = (instruction.a, instruction.b)
  if instruction.opcode.isJump {
    return "\(a) \(instruction.immediateB) → \(index + 1 + instruction.immediateC)"
  }
  return "\(a) \(b) \(instruction.immediateC) \(instruction.d)"
}

private func pad(_ text: String, to width: Int) -> String {
  text + String(repeating: " ", count: max(1, width - text.count))
}

private func summary(of operation: Operation) -> String {
  switch operation {
  case .intrinsic(let intrinsic, _, _): intrinsic.rawValue
  case .mutate(let intrinsic, _, _, _): "\(intrinsic.rawValue) in place"
  case .host(let index, _, _, _): "host function \(index)"
  case .setHost(let index, _): "host setter \(index)"
  case .hostLiteral(let name, _, _): "literal of '\(name)'"
  case .array(let operands, _, _): "array of \(operands.count)"
  case .element: "element"
  case .setElement: "set element"
  case .strideCount(_, let isThrough, _): isThrough ? "count through" : "count to"
  case .makeError: "make error"
  case .castError(_, let type, _): "error as '\(type.name)'"
  case .failUnwrapping: "fail: nil unwrapped"
  case .failTrying: "fail: error of 'try!'"
  case .join(let parts, _): "join \(parts.count) parts"
  case .endProbe(let index, _): "end probe \(index)"
  case .expectation(_, _, let parts): "expectation of \(parts.count) parts"
  }
}
