import Charts
import Engine

/// What a lesson that `lessons --engine swiftc` compiled tells of its run: its cells, steps and values.
///
/// Calls of these stand between the lesson's own statements. A program that runs by itself, with
/// nobody to tell, prints what it shows.
public enum LessonTrace {
  /// Says that a cell begins.
  public static func cell(_ index: Int) { channel?.send("cell", index) }

  /// Says that a statement begins, by its place in the lesson.
  public static func step(_ place: Int) { channel?.send("step", place) }

  /// Says that the lesson has come to its end.
  public static func finish() { channel?.send("finish", 0) }

  // MARK: - Values

  /// Shows the value of a cell's last expression, unless it is nothing.
  public static func shown<Value>(_ value: Value) {
    if Value.self == Void.self || Value.self == Void?.self { return }
    if let figure = value as? any Figure { return show(figure) }
    show(value)
  }

  /// Says that a watched statement begins.
  ///
  /// - Parameter probe: The number of the statement.
  /// - Returns: The same number, so that the call can stand before the value in an argument list.
  @discardableResult
  public static func begin(_ probe: Int) -> Int {
    channel?.send("begin", probe)
    return probe
  }

  /// Tells the value of a watched statement, which it returns unchanged.
  @discardableResult
  public static func value<Value>(_ probe: Int, _ value: Value) -> Value {
    guard let channel else { return value }
    let isNothing = Value.self == Void.self || Value.self == Void?.self
    channel.send("end", probe, isNothing ? [] : [exactText(of: value)])
    return value
  }

  /// Says that a watched statement without a value is over.
  public static func end(_ probe: Int) { channel?.send("end", probe) }

  /// Tells the value that a claim in the lesson's text asks for.
  public static func claim<Value>(_ claim: Int, _ value: @autoclosure () throws -> Value) rethrows {
    channel?.send("claim", claim, [exactText(of: try value())])
  }

  // MARK: - Cells that may fail

  /// Tries what follows, up to `endTrial()`, in a process of its own, and then follows it here as far
  /// as it came, silently: what it changed is changed, and a statement that ends the program is left out.
  public static func beginTrial() { channel?.beginTrial() }

  /// Says that a statement of a trial begins.
  ///
  /// - Parameter place: Its place in the lesson.
  /// - Returns: Whether it is the one that ended the trial, which is not to be run again.
  public static func stops(at place: Int) -> Bool { channel?.stops(at: place) ?? false }

  /// Ends what `beginTrial()` began.
  public static func endTrial() { channel?.endTrial() }
}

// MARK: - Figures

extension LessonTrace {
  /// What ids in a traced picture begin with, until the figure has a name.
  private static let idPrefix = "lessons-figure-id"
  /// The widths in columns of the drawings for terminals that go with a picture.
  private static let drawnWidths = [40, 60, 76, 96]

  /// The texts of a picture: title, summary, tables, the prefix of its ids, SVG, and drawings for
  /// terminals, each with its width before it, plain and in colors.
  static func texts(of figure: some Figure) throws(ChartError) -> [String] {
    let layout = try figure.layout(in: .page)
    var texts = [
      layout.title, layout.summary, figure.dataTables.map(\.html).joined(), idPrefix,
      layout.svg(prefix: idPrefix),
    ]
    for width in drawnWidths {
      texts.append(String(width))
      for style: TerminalFigureStyle in [.plain, .ansi] {
        do throws(ChartError) {
          texts.append(try figure.terminalText(columns: width, style: style))
        } catch {
          // What a page has room for may be too much for cells.
          texts.append(error.description + "\n")
        }
      }
    }
    return texts
  }
}

/// A value as it is written to be compared: numbers of tensors in full.
private func exactText<Value>(of value: Value) -> String {
  switch value {
  case let tensor as Tensor: return tensor.exactDescription
  case let variable as Variable: return variable.value.exactDescription
  case let list as [Tensor]: return "\(list.map(ExactTensor.init))"
  case let list as [Variable]: return "\(list.map { ExactTensor(tensor: $0.value) })"
  default: break
  }
  let mirror = Mirror(reflecting: value)
  guard mirror.displayStyle == .tuple else { return "\(value)" }
  let parts = mirror.children.map { child in
    let label = child.label.flatMap { $0.hasPrefix(".") ? nil : $0 + ": " } ?? ""
    return label + exactPart(of: child.value)
  }
  return "(" + parts.joined(separator: ", ") + ")"
}

/// A part of a tuple, written as Swift writes it there.
private func exactPart<Part>(of part: Part) -> String {
  switch part {
  case is Tensor, is Variable, is [Tensor], is [Variable]: exactText(of: part)
  default: String(reflecting: part)
  }
}

/// A tensor that is written in full inside a list.
private struct ExactTensor: CustomStringConvertible {
  let tensor: Tensor
  var description: String { tensor.exactDescription }
}
