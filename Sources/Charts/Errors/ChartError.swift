/// Why a chart cannot be drawn.
///
/// Each case carries the values that a person needs to see; `message` and `remedy` turn them into a
/// sentence. A mark is named by its type and its number in the chart, from 1.
public enum ChartError: Error, Equatable, Sendable {
  /// Coordinates of a mark that differ in number.
  case countsDiffer(mark: String, index: Int, x: Int, y: Int)

  /// A matrix that does not fit the numbers of its rows and columns.
  case gridMismatch(mark: String, index: Int, rows: Int, columns: Int, values: Int)

  /// A grid that does not ascend or descend, or with a bound that is not finite.
  case gridNotMonotone(mark: String, index: Int)

  /// A value that a scale does not have, such as 0 on a logarithmic one.
  case offScale(axis: String, value: Double, scale: ScaleType)

  /// A bound of an axis that is not finite.
  case domainNotFinite(axis: String, value: Double)

  /// Names and numbers on one axis.
  case mixedAxis(axis: String)

  /// A scale for numbers on an axis of names.
  case namesNeedNoScale(axis: String, scale: ScaleType)

  /// A diagram beside marks that need axes it does not have.
  case mixedDiagram(mark: String)

  /// A size that is not drawn.
  case sizeOutOfRange(name: String, value: Double, lower: Double, upper: Double)

  /// An argument of a mark outside its range.
  case argumentOutOfRange(mark: String, name: String, value: Double, lower: Double, upper: Double)

  /// A graph whose arrows lead back to where they came from.
  case cycle(box: String)

  /// More to draw than a figure holds.
  case tooMuch(what: String, count: Int, limit: Int)
}

extension ChartError: CustomStringConvertible {
  /// The sentence that names what is wrong, followed by what to do about it.
  public var description: String { "\(message); \(remedy)" }

  /// What is wrong, with the values that show it.
  public var message: String {
    switch self {
    case .countsDiffer(let mark, let index, let x, let y):
      "'\(mark)', mark \(index) of the chart, has \(x) values along one axis, but \(y) along another"
    case .gridMismatch(let mark, let index, let rows, let columns, let values):
      "'\(mark)', mark \(index) of the chart, has \(rows) rows and \(columns) columns, but \(values) values"
    case .gridNotMonotone(let mark, let index):
      "the rows or columns of '\(mark)', mark \(index) of the chart, are not in order"
    case .offScale(let axis, let value, let scale):
      "the \(axis) axis is \(scale.words), but holds \(value)"
    case .domainNotFinite(let axis, let value):
      "the \(axis) axis has \(value) as a bound"
    case .mixedAxis(let axis):
      "the \(axis) axis holds both numbers and names"
    case .namesNeedNoScale(let axis, let scale):
      "the \(axis) axis is \(scale.words), but holds names"
    case .mixedDiagram(let mark):
      "'\(mark)' stands beside other marks, which have no place in it"
    case .sizeOutOfRange(let name, let value, _, _):
      "the \(name) of the figure is \(value)"
    case .argumentOutOfRange(let mark, let name, let value, _, _):
      "'\(name)' of '\(mark)' is \(value)"
    case .cycle(let box):
      "the arrows of the graph lead from '\(box)' back to it"
    case .tooMuch(let what, let count, _):
      "the figure has \(count) \(what)"
    }
  }

  /// What to do about it.
  public var remedy: String {
    switch self {
    case .countsDiffer: "give as many along each axis"
    case .gridMismatch: "give a matrix of shape [rows, columns]"
    case .gridNotMonotone: "give finite numbers that ascend or descend"
    case .offScale(_, _, let scale):
      switch scale {
      case .linear: "give finite numbers"
      case .log: "give values above 0, or use a linear scale"
      case .oneMinusLog: "give values below 1, or use a linear scale"
      }
    case .domainNotFinite: "give two finite numbers"
    case .mixedAxis: "give all marks numbers, or all of them names"
    case .namesNeedNoScale: "leave the scale out, or give numbers"
    case .mixedDiagram: "give it a chart of its own, and join them in a 'ChartGrid'"
    case .sizeOutOfRange(_, _, let lower, let upper),
      .argumentOutOfRange(_, _, _, let lower, let upper):
      "give a number from \(whole(lower)) to \(whole(upper))"
    case .cycle: "leave out an arrow of the cycle"
    case .tooMuch(_, _, let limit): "draw at most \(limit), or a part of them"
    }
  }

  private func whole(_ bound: Double) -> String {
    Int(exactly: bound).map(String.init) ?? "\(bound)"
  }
}

extension ScaleType {
  /// What the scale is called in a message.
  var words: String {
    switch self {
    case .linear: "linear"
    case .log: "logarithmic"
    case .oneMinusLog: "logarithmic in 1 - v"
    }
  }
}
