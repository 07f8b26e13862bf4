import Engine

/// One of ONNX's node tests: an operator with its attributes, its inputs, and what must come out.
struct OnnxRecord: Decodable {
  let name: String
  let op: String
  let attrs: [String: OnnxAttribute]
  let `in`: [RecordedTensor?]
  let out: [RecordedTensor?]
  let rtol: Double
  let atol: Double
}

/// The value of an attribute.
enum OnnxAttribute: Decodable {
  case number(Double)
  case text(String)
  case numbers([Double])

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      self = .number(number)
    } else if let text = try? container.decode(String.self) {
      self = .text(text)
    } else {
      self = .numbers(try container.decode([Double].self))
    }
  }
}

/// The arguments of an operator, as its implementation asks for them.
struct OnnxCall {
  let record: OnnxRecord

  var inputCount: Int { record.in.count }

  func isInteger(_ index: Int) -> Bool { input(index)?.isInteger ?? false }

  func has(_ index: Int) -> Bool { input(index) != nil }

  func tensor(_ index: Int) throws -> Tensor {
    guard let tensor = try optionalTensor(index) else {
      throw Mismatch("input \(index) is missing")
    }
    return tensor
  }

  func optionalTensor(_ index: Int) throws -> Tensor? { try input(index)?.tensor }

  func tensors() throws -> [Tensor] { try record.in.indices.map { try tensor($0) } }

  func integers(_ index: Int) -> [Int]? { input(index)?.integers }

  func integer(_ name: String, default value: Int) -> Int { optionalInteger(name) ?? value }

  func optionalInteger(_ name: String) -> Int? {
    if case .number(let number) = record.attrs[name] { Int(clamping: number) } else { nil }
  }

  func number(_ name: String, default value: Double) -> Double {
    if case .number(let number) = record.attrs[name] { number } else { value }
  }

  func text(_ name: String, default value: String) -> String {
    if case .text(let text) = record.attrs[name] { text } else { value }
  }

  func integers(_ name: String) -> [Int]? {
    if case .numbers(let numbers) = record.attrs[name] {
      numbers.map { Int(clamping: $0) }
    } else {
      nil
    }
  }

  private func input(_ index: Int) -> RecordedTensor? {
    index < record.in.count ? record.in[index] : nil
  }
}

extension OnnxRecord {
  /// - Throws: `Mismatch`, or what the engine throws.
  func check() throws {
    guard let operation = OnnxOperators.all[op] else {
      throw Mismatch("the operator '\(op)' is unknown")
    }
    let results = try operation(OnnxCall(record: self))
    guard results.count >= out.count else {
      throw Mismatch("there are \(results.count) outputs, not \(out.count)")
    }
    for (index, (found, expected)) in zip(results, out).enumerated() {
      guard let expected else { continue }
      try require(
        found,
        try expected.tensor,
        expected.isInteger ? .exact : Tolerance(relative: rtol, absolute: atol),
        "output \(expected.n ?? String(index))"
      )
    }
  }
}

/// ONNX's operators by way of the engine's functions.
enum OnnxOperators {
  typealias Implementation = @Sendable (OnnxCall) throws -> [Tensor]

  static let all: [String: Implementation] = [
    elementwise, reductions, shapes, selections, layers, optimizers,
  ].reduce(into: [:]) { all, family in all.merge(family) { first, _ in first } }
}
