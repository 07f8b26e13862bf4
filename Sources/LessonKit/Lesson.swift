@_exported public import Charts
@_exported public import Engine

#if canImport(Glibc)
@_exported public import Glibc
#elseif canImport(Musl)
@_exported public import Musl
#elseif canImport(Darwin)
@_exported public import Darwin
#endif

/// Checks a condition; where it does not hold, prints its place and ends the program with status 1.
///
/// `lessons` goes on after a failed expectation; a program that runs by itself stops.
public func expect(
  _ condition: Bool,
  _ message: String = "",
  file: StaticString = #fileID,
  line: UInt = #line,
  column: UInt = #column
) {
  if let channel {
    return channel.send(condition ? "met" : "missed", Int(line), [String(column), message])
  }
  guard !condition else { return }
  print("\(file):\(line): expectation failed" + (message.isEmpty ? "" : ": \(message)"))
  exit(1)
}

/// Shows a value as a line of the cell's output.
public func show<Shown>(_ value: Shown) {
  guard let channel else { return print(value) }
  channel.send("shown", 0, ["\(value)"])
}

/// Shows a chart, or a grid of charts, as text; ends the program with a sentence where it cannot be
/// drawn.
public func show(_ figure: some Figure) {
  do throws(ChartError) {
    if let channel { return channel.send("drawn", 0, try LessonTrace.texts(of: figure)) }
    _ = try figure.layout(in: .page)
  } catch {
    fatalError(error.description)
  }
  print(figure)
}

extension SeededGenerator {
  /// Creates a generator with the seed of the lesson: 0, where the program declares no other.
  public init() { self.init(seed: 0) }
}

/// Returns the value of an engine call, or ends the program with the sentence of its error.
///
/// A lesson writes no `try`: the forms in `Trapping` end the program with the engine's sentence instead.
/// The engine's own declarations are disfavored, so a call without `try` finds these; the module
/// selector in each body finds the engine's.
func trapping<Result>(_ body: () throws -> Result) -> Result {
  do { return try body() } catch { fatalError("\(error)") }
}
