/// A formula of LaTeX mathematics as a tree, with every problem met on the way.
///
///     let formula = Formula(parsing: #"\frac{148.4}{176.3} = 0.842"#)
///     formula.mathML(as: .display)
///     formula.unicodeText(as: .display, width: 80)
public struct Formula: Hashable, Sendable {
  /// The LaTeX, as it was written.
  public let source: String
  /// The pieces from left to right.
  public let nodes: [MathNode]
  /// What `\tag` says of the formula.
  public let tag: MathNode?
  /// What was wrong, in the order of the formula.
  public let problems: [FormulaProblem]

  /// Reads a formula; what is not understood stands in the tree as its source.
  ///
  /// - Parameters:
  ///   - source: the LaTeX between the delimiters.
  ///   - macros: the author's own commands.
  public init(parsing source: String, macros: MacroSet = MacroSet()) {
    var parser = FormulaParser(source, macros: macros)
    self = parser.parse()
  }

  init(source: String, nodes: [MathNode], tag: MathNode?, problems: [FormulaProblem]) {
    self.source = source
    self.nodes = nodes
    self.tag = tag
    self.problems = problems
  }

  /// Whether the formula could be read whole.
  public var isWellFormed: Bool { !problems.contains(where: \.isError) }

  /// The names of all known commands, to suggest the nearest.
  public static var commandNames: some Sequence<String> { CommandTable.names }

  /// The names of all known environments, to suggest the nearest.
  public static var environmentNames: some Sequence<String> {
    EnvironmentTable.environments.keys
  }

  /// The names of all known colors, to suggest the nearest.
  public static var colorNames: some Sequence<String> { ColorTable.allNames }

  /// What the formula comes to: of its last statement the first side that is a closed expression;
  /// nil where there is none.
  public var value: MathValue? {
    statements.last?.sides.lazy.compactMap { $0.expression?.value() }.first
  }
}
