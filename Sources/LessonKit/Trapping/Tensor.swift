// swift-format-ignore-file
// Made from the engine's declarations by `RECORD_GOLDENS=1 swift test --filter LessonKitTests`.

public import Engine

extension Tensor {
  /// The engine's `broadcastShape(_:_:)`; ends the program with a sentence where that throws.
  public static func broadcastShape(_ left: [Int], _ right: [Int]) -> [Int] {
    trapping { try Tensor.Engine::broadcastShape(left, right) }
  }

  /// The engine's `broadcast(to:)`; ends the program with a sentence where that throws.
  public func broadcast(to shape: [Int]) -> Tensor {
    trapping { try self.Engine::broadcast(to: shape) }
  }
}

/// The engine's `matmul(_:_:)`; ends the program with a sentence where that throws.
public func matmul(_ left: Tensor, _ right: Tensor) -> Tensor {
  trapping { try Engine::matmul(left, right) }
}

/// The engine's `softmax(_:axis:)`; ends the program with a sentence where that throws.
public func softmax(_ z: Tensor, axis: Int = 0) -> Tensor {
  trapping { try Engine::softmax(z, axis: axis) }
}

/// The engine's `logSoftmax(_:axis:)`; ends the program with a sentence where that throws.
public func logSoftmax(_ z: Tensor, axis: Int = 0) -> Tensor {
  trapping { try Engine::logSoftmax(z, axis: axis) }
}

extension Tensor {
  /// The engine's `+(_:_:)`; ends the program with a sentence where that throws.
  public static func + (left: Tensor, right: Tensor) -> Tensor {
    trapping { try Engine::add(left, right) }
  }

  /// The engine's `-(_:_:)`; ends the program with a sentence where that throws.
  public static func - (left: Tensor, right: Tensor) -> Tensor {
    trapping { try Engine::subtract(left, right) }
  }

  /// The engine's `*(_:_:)`; ends the program with a sentence where that throws.
  public static func * (left: Tensor, right: Tensor) -> Tensor {
    trapping { try Engine::multiply(left, right) }
  }

  /// The engine's `/(_:_:)`; ends the program with a sentence where that throws.
  public static func / (left: Tensor, right: Tensor) -> Tensor {
    trapping { try Engine::divide(left, right) }
  }
}

extension Tensor {
  /// The engine's `.==(_:_:)`; ends the program with a sentence where that throws.
  public static func .== (left: Tensor, right: Tensor) -> Tensor {
    trapping { try Engine::areEqual(left, right) }
  }

  /// The engine's `.!=(_:_:)`; ends the program with a sentence where that throws.
  public static func .!= (left: Tensor, right: Tensor) -> Tensor {
    trapping { try Engine::areUnequal(left, right) }
  }

  /// The engine's `.<(_:_:)`; ends the program with a sentence where that throws.
  public static func .< (left: Tensor, right: Tensor) -> Tensor {
    trapping { try Engine::areLess(left, right) }
  }

  /// The engine's `.<=(_:_:)`; ends the program with a sentence where that throws.
  public static func .<= (left: Tensor, right: Tensor) -> Tensor {
    trapping { try Engine::areAtMost(left, right) }
  }

  /// The engine's `.>(_:_:)`; ends the program with a sentence where that throws.
  public static func .> (left: Tensor, right: Tensor) -> Tensor {
    trapping { try Engine::areGreater(left, right) }
  }

  /// The engine's `.>=(_:_:)`; ends the program with a sentence where that throws.
  public static func .>= (left: Tensor, right: Tensor) -> Tensor {
    trapping { try Engine::areAtLeast(left, right) }
  }
}

extension Tensor {
  /// The engine's `+=(_:_:)`; ends the program with a sentence where that throws.
  public static func += (left: inout Tensor, right: Tensor) {
    trapping { try Engine::addAssign(&left, right) }
  }

  /// The engine's `-=(_:_:)`; ends the program with a sentence where that throws.
  public static func -= (left: inout Tensor, right: Tensor) {
    trapping { try Engine::subtractAssign(&left, right) }
  }

  /// The engine's `*=(_:_:)`; ends the program with a sentence where that throws.
  public static func *= (left: inout Tensor, right: Tensor) {
    trapping { try Engine::multiplyAssign(&left, right) }
  }

  /// The engine's `/=(_:_:)`; ends the program with a sentence where that throws.
  public static func /= (left: inout Tensor, right: Tensor) {
    trapping { try Engine::divideAssign(&left, right) }
  }
}

extension Tensor {
  /// The engine's `element(at:)`; ends the program with a sentence where that throws.
  public func element(at indices: [Int]) -> Double {
    trapping { try self.Engine::element(at: indices) }
  }

  /// The engine's `setElement(_:at:)`; ends the program with a sentence where that throws.
  public mutating func setElement(_ value: Double, at indices: [Int]) {
    trapping { try self.Engine::setElement(value, at: indices) }
  }
}

/// The engine's `pow(_:_:)`; ends the program with a sentence where that throws.
public func pow(_ x: Tensor, _ exponents: Tensor) -> Tensor {
  trapping { try Engine::pow(x, exponents) }
}

extension Tensor {
  /// The engine's `gather(_:axis:)`; ends the program with a sentence where that throws.
  public func gather(_ indices: [Int], axis: Int = 0) -> Tensor {
    trapping { try self.Engine::gather(indices, axis: axis) }
  }

  /// The engine's `slice(axis:from:to:by:)`; ends the program with a sentence where that throws.
  public func slice(axis: Int = 0, from start: Int, to end: Int, by step: Int) -> Tensor {
    trapping { try self.Engine::slice(axis: axis, from: start, to: end, by: step) }
  }

  /// The engine's `top(_:axis:order:)`; ends the program with a sentence where that throws.
  public func top(_ count: Int, axis: Int = 0, order: RankOrder = .greatest) -> RankedElements {
    trapping { try self.Engine::top(count, axis: axis, order: order) }
  }
}

/// The engine's `concatenate(_:axis:)`; ends the program with a sentence where that throws.
public func concatenate(_ tensors: [Tensor], axis: Int = 0) -> Tensor {
  trapping { try Engine::concatenate(tensors, axis: axis) }
}

/// The engine's `stack(_:axis:)`; ends the program with a sentence where that throws.
public func stack(_ tensors: [Tensor], axis: Int = 0) -> Tensor {
  trapping { try Engine::stack(tensors, axis: axis) }
}

extension Tensor {
  /// The engine's `split(sizes:axis:)`; ends the program with a sentence where that throws.
  public func split(sizes: [Int], axis: Int = 0) -> [Tensor] {
    trapping { try self.Engine::split(sizes: sizes, axis: axis) }
  }

  /// The engine's `tiled(_:)`; ends the program with a sentence where that throws.
  public func tiled(_ counts: [Int]) -> Tensor {
    trapping { try self.Engine::tiled(counts) }
  }
}

extension Tensor {
  /// The engine's `reduced(by:axes:)`; ends the program with a sentence where that throws.
  public func reduced(by reduction: Reduction, axes: [Int]) -> Tensor {
    trapping { try self.Engine::reduced(by: reduction, axes: axes) }
  }

  /// The engine's `reduced(by:keepingAxes:)`; ends the program with a sentence where that throws.
  public func reduced(by reduction: Reduction, keepingAxes axes: [Int]) -> Tensor {
    trapping { try self.Engine::reduced(by: reduction, keepingAxes: axes) }
  }
}

extension Tensor {
  /// The engine's `sum(axis:)`; ends the program with a sentence where that throws.
  public func sum(axis: Int) -> Tensor {
    trapping { try self.Engine::sum(axis: axis) }
  }

  /// The engine's `sum(keepingAxis:)`; ends the program with a sentence where that throws.
  public func sum(keepingAxis axis: Int) -> Tensor {
    trapping { try self.Engine::sum(keepingAxis: axis) }
  }

  /// The engine's `mean(axis:)`; ends the program with a sentence where that throws.
  public func mean(axis: Int) -> Tensor {
    trapping { try self.Engine::mean(axis: axis) }
  }

  /// The engine's `mean(keepingAxis:)`; ends the program with a sentence where that throws.
  public func mean(keepingAxis axis: Int) -> Tensor {
    trapping { try self.Engine::mean(keepingAxis: axis) }
  }

  /// The engine's `product(axis:)`; ends the program with a sentence where that throws.
  public func product(axis: Int) -> Tensor {
    trapping { try self.Engine::product(axis: axis) }
  }

  /// The engine's `product(keepingAxis:)`; ends the program with a sentence where that throws.
  public func product(keepingAxis axis: Int) -> Tensor {
    trapping { try self.Engine::product(keepingAxis: axis) }
  }

  /// The engine's `min(axis:)`; ends the program with a sentence where that throws.
  public func min(axis: Int) -> Tensor {
    trapping { try self.Engine::min(axis: axis) }
  }

  /// The engine's `min(keepingAxis:)`; ends the program with a sentence where that throws.
  public func min(keepingAxis axis: Int) -> Tensor {
    trapping { try self.Engine::min(keepingAxis: axis) }
  }

  /// The engine's `max(axis:)`; ends the program with a sentence where that throws.
  public func max(axis: Int) -> Tensor {
    trapping { try self.Engine::max(axis: axis) }
  }

  /// The engine's `max(keepingAxis:)`; ends the program with a sentence where that throws.
  public func max(keepingAxis axis: Int) -> Tensor {
    trapping { try self.Engine::max(keepingAxis: axis) }
  }

  /// The engine's `variance(axis:_:)`; ends the program with a sentence where that throws.
  public func variance(axis: Int, _ kind: Variance = .population) -> Tensor {
    trapping { try self.Engine::variance(axis: axis, kind) }
  }

  /// The engine's `variance(keepingAxis:_:)`; ends the program with a sentence where that throws.
  public func variance(keepingAxis axis: Int, _ kind: Variance = .population) -> Tensor {
    trapping { try self.Engine::variance(keepingAxis: axis, kind) }
  }

  /// The engine's `standardDeviation(axis:_:)`; ends the program with a sentence where that throws.
  public func standardDeviation(axis: Int, _ kind: Variance = .population) -> Tensor {
    trapping { try self.Engine::standardDeviation(axis: axis, kind) }
  }

  /// The engine's `standardDeviation(keepingAxis:_:)`; ends the program with a sentence where that throws.
  public func standardDeviation(keepingAxis axis: Int, _ kind: Variance = .population) -> Tensor {
    trapping { try self.Engine::standardDeviation(keepingAxis: axis, kind) }
  }

  /// The engine's `norm(axis:)`; ends the program with a sentence where that throws.
  public func norm(axis: Int) -> Tensor {
    trapping { try self.Engine::norm(axis: axis) }
  }

  /// The engine's `norm(keepingAxis:)`; ends the program with a sentence where that throws.
  public func norm(keepingAxis axis: Int) -> Tensor {
    trapping { try self.Engine::norm(keepingAxis: axis) }
  }

  /// The engine's `logSumExp(axis:)`; ends the program with a sentence where that throws.
  public func logSumExp(axis: Int) -> Tensor {
    trapping { try self.Engine::logSumExp(axis: axis) }
  }

  /// The engine's `logSumExp(keepingAxis:)`; ends the program with a sentence where that throws.
  public func logSumExp(keepingAxis axis: Int) -> Tensor {
    trapping { try self.Engine::logSumExp(keepingAxis: axis) }
  }
}

/// The engine's `clip(_:min:max:)`; ends the program with a sentence where that throws.
public func clip(_ x: Tensor, min lower: Double = -.infinity, max upper: Double = .infinity) -> Tensor {
  trapping { try Engine::clip(x, min: lower, max: upper) }
}

/// The engine's `maximum(_:_:)`; ends the program with a sentence where that throws.
public func maximum(_ left: Tensor, _ right: Tensor) -> Tensor {
  trapping { try Engine::maximum(left, right) }
}

/// The engine's `minimum(_:_:)`; ends the program with a sentence where that throws.
public func minimum(_ left: Tensor, _ right: Tensor) -> Tensor {
  trapping { try Engine::minimum(left, right) }
}

extension Tensor {
  /// The engine's `argMax()`; ends the program with a sentence where that throws.
  public func argMax() -> Int {
    trapping { try self.Engine::argMax() }
  }

  /// The engine's `argMin()`; ends the program with a sentence where that throws.
  public func argMin() -> Int {
    trapping { try self.Engine::argMin() }
  }

  /// The engine's `argMax(axis:ties:)`; ends the program with a sentence where that throws.
  public func argMax(axis: Int, ties: TieBreak = .first) -> [Int] {
    trapping { try self.Engine::argMax(axis: axis, ties: ties) }
  }

  /// The engine's `argMin(axis:ties:)`; ends the program with a sentence where that throws.
  public func argMin(axis: Int, ties: TieBreak = .first) -> [Int] {
    trapping { try self.Engine::argMin(axis: axis, ties: ties) }
  }
}

/// The engine's `hardmax(_:axis:)`; ends the program with a sentence where that throws.
public func hardmax(_ x: Tensor, axis: Int = 0) -> Tensor {
  trapping { try Engine::hardmax(x, axis: axis) }
}

/// The engine's `oneHot(_:classCount:)`; ends the program with a sentence where that throws.
public func oneHot(_ labels: [Int], classCount: Int) -> Tensor {
  trapping { try Engine::oneHot(labels, classCount: classCount) }
}

extension Tensor {
  /// The engine's `reshaped(_:)`; ends the program with a sentence where that throws.
  public func reshaped(_ shape: [Int]) -> Tensor {
    trapping { try self.Engine::reshaped(shape) }
  }

  /// The engine's `transposed(_:)`; ends the program with a sentence where that throws.
  public func transposed(_ axes: [Int]) -> Tensor {
    trapping { try self.Engine::transposed(axes) }
  }

  /// The engine's `expandingShape(at:)`; ends the program with a sentence where that throws.
  public func expandingShape(at axis: Int) -> Tensor {
    trapping { try self.Engine::expandingShape(at: axis) }
  }

  /// The engine's `squeezed(at:)`; ends the program with a sentence where that throws.
  public func squeezed(at axis: Int) -> Tensor {
    trapping { try self.Engine::squeezed(at: axis) }
  }
}

extension Tensor {
  /// The engine's `slice(axis:_:)`; ends the program with a sentence where that throws.
  public func slice(axis: Int = 0, _ range: Range<Int>) -> Tensor {
    trapping { try self.Engine::slice(axis: axis, range) }
  }

  /// The engine's `slice(axis:at:)`; ends the program with a sentence where that throws.
  public func slice(axis: Int = 0, at index: Int) -> Tensor {
    trapping { try self.Engine::slice(axis: axis, at: index) }
  }

  /// The engine's `row(_:)`; ends the program with a sentence where that throws.
  public func row(_ index: Int) -> Tensor {
    trapping { try self.Engine::row(index) }
  }

  /// The engine's `column(_:)`; ends the program with a sentence where that throws.
  public func column(_ index: Int) -> Tensor {
    trapping { try self.Engine::column(index) }
  }

  /// The engine's `rows(_:)`; ends the program with a sentence where that throws.
  public func rows(_ range: Range<Int>) -> Tensor {
    trapping { try self.Engine::rows(range) }
  }

  /// The engine's `columns(_:)`; ends the program with a sentence where that throws.
  public func columns(_ range: Range<Int>) -> Tensor {
    trapping { try self.Engine::columns(range) }
  }
}

extension Tensor {
  /// The engine's `init(_:)`; ends the program with a sentence where that throws.
  public init(_ rows: [[Double]]) {
    self = trapping { try Tensor.Engine::init(rows) }
  }

  /// The engine's `init(shape:elements:)`; ends the program with a sentence where that throws.
  public init(shape: [Int], elements: [Double]) {
    self = trapping { try Tensor.Engine::init(shape: shape, elements: elements) }
  }

  /// The engine's `init(repeating:shape:)`; ends the program with a sentence where that throws.
  public init(repeating value: Double, shape: [Int]) {
    self = trapping { try Tensor.Engine::init(repeating: value, shape: shape) }
  }

  /// The engine's `zeros(_:)`; ends the program with a sentence where that throws.
  public static func zeros(_ shape: [Int]) -> Tensor {
    trapping { try Tensor.Engine::zeros(shape) }
  }

  /// The engine's `ones(_:)`; ends the program with a sentence where that throws.
  public static func ones(_ shape: [Int]) -> Tensor {
    trapping { try Tensor.Engine::ones(shape) }
  }

  /// The engine's `identity(_:)`; ends the program with a sentence where that throws.
  public static func identity(_ size: Int) -> Tensor {
    trapping { try Tensor.Engine::identity(size) }
  }

  /// The engine's `linearSpace(from:to:count:)`; ends the program with a sentence where that throws.
  public static func linearSpace(from first: Double, to last: Double, count: Int) -> Tensor {
    trapping { try Tensor.Engine::linearSpace(from: first, to: last, count: count) }
  }

  /// The engine's `range(from:to:by:)`; ends the program with a sentence where that throws.
  public static func range(from start: Double, to end: Double, by step: Double = 1) -> Tensor {
    trapping { try Tensor.Engine::range(from: start, to: end, by: step) }
  }
}

extension Tensor {
  /// The engine's `init(literal:)`; ends the program with a sentence where that throws.
  public init(literal: TensorLiteral) {
    self = trapping { try Tensor.Engine::init(literal: literal) }
  }
}
