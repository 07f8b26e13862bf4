import Engine

/// A tensor as records hold it: a shape, and flat elements.
struct RecordedTensor: Decodable {
  /// The name of the operator's argument, where there is one.
  let n: String?
  /// The type of the elements: `f32`, `f64`, `i64` and the like.
  let d: String?
  /// The shape.
  let s: [Int]
  /// The elements, row by row.
  let v: [RecordedNumber]

  var tensor: Tensor {
    get throws { try Tensor(shape: s, elements: v.map(\.value)) }
  }

  var integers: [Int] { v.map { Int(clamping: $0.value) } }

  var isInteger: Bool { d.map { $0.hasPrefix("i") || $0.hasPrefix("u") } ?? false }

  /// The tensor with its axes in reverse: rows of examples become columns.
  var columns: Tensor {
    get throws { try tensor.transposed() }
  }

  /// The elements as one column, `[n, 1]`.
  var column: Tensor {
    get throws { try tensor.reshaped([-1, 1]) }
  }
}

/// A number, or the name of one that JSON does not have.
struct RecordedNumber: Decodable {
  let value: Double

  init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if let number = try? container.decode(Double.self) {
      value = number
      return
    }
    switch try container.decode(String.self) {
    case "inf": value = .infinity
    case "-inf": value = -.infinity
    case "nan": value = .nan
    case let name:
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "'\(name)'")
    }
  }
}

extension Int {
  /// The integer nearest to a number: bounds of `Int64`, as slices have them, are no `Double`s.
  init(clamping number: Double) {
    self = Int(exactly: number.rounded(.towardZero)) ?? (number > 0 ? .max : .min)
  }
}

/// How far a result may be from a record.
struct Tolerance {
  let relative: Double
  let absolute: Double

  static let golden = Tolerance(relative: 1e-9, absolute: 1e-12)
  static let singlePrecision = Tolerance(relative: 1e-5, absolute: 1e-7)
  static let exact = Tolerance(relative: 0, absolute: 0)
}

/// What is wrong with a result, or with a record.
struct Mismatch: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}

/// - Throws: `Mismatch` when a result differs from a record in shape or in an element.
func require(
  _ found: Tensor,
  _ expected: Tensor,
  _ tolerance: Tolerance,
  _ what: String
) throws {
  guard found.shape == expected.shape else {
    throw Mismatch("\(what) has the shape \(found.shape), not \(expected.shape)")
  }
  for (index, (a, b)) in zip(found.elements, expected.elements).enumerated() {
    let isClose =
      a == b || a.isNaN && b.isNaN
      || (a - b).magnitude <= max(tolerance.absolute, tolerance.relative * b.magnitude)
        && a.isFinite && b.isFinite
    guard isClose else { throw Mismatch("\(what) is \(a) at \(index), not \(b)") }
  }
}

/// - Throws: `Mismatch` when a number differs from a record.
func require(
  _ found: Double,
  _ expected: Double,
  _ tolerance: Tolerance,
  _ what: String
) throws {
  try require(Tensor(found), Tensor(expected), tolerance, what)
}
