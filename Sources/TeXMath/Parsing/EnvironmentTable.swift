/// What an environment's name says of its table.
struct EnvironmentForm {
  /// What `\begin{name}` takes behind it.
  enum Argument {
    case none
    /// The columns, such as `{l|cr}`.
    case columns
    /// A number of columns, which is not needed.
    case count
    /// How all columns stand, in square brackets.
    case optionalColumn
  }

  var family: MathTable.Family
  var open = ""
  var close = ""
  var cellStyle = MathStyle.text
  var argument = Argument.none
  var isNumbered = false
}

/// The environments of LaTeX mathematics by name.
enum EnvironmentTable {
  static let environments: [String: EnvironmentForm] = [
    "matrix": EnvironmentForm(family: .matrix),
    "pmatrix": EnvironmentForm(family: .matrix, open: "(", close: ")"),
    "bmatrix": EnvironmentForm(family: .matrix, open: "[", close: "]"),
    "Bmatrix": EnvironmentForm(family: .matrix, open: "{", close: "}"),
    "vmatrix": EnvironmentForm(family: .matrix, open: "∣", close: "∣"),
    "Vmatrix": EnvironmentForm(family: .matrix, open: "∥", close: "∥"),
    "matrix*": EnvironmentForm(family: .matrix, argument: .optionalColumn),
    "pmatrix*": EnvironmentForm(family: .matrix, open: "(", close: ")", argument: .optionalColumn),
    "bmatrix*": EnvironmentForm(family: .matrix, open: "[", close: "]", argument: .optionalColumn),
    "Bmatrix*": EnvironmentForm(family: .matrix, open: "{", close: "}", argument: .optionalColumn),
    "vmatrix*": EnvironmentForm(family: .matrix, open: "∣", close: "∣", argument: .optionalColumn),
    "Vmatrix*": EnvironmentForm(family: .matrix, open: "∥", close: "∥", argument: .optionalColumn),
    "smallmatrix": EnvironmentForm(family: .small, cellStyle: .script),
    "subarray": EnvironmentForm(family: .small, cellStyle: .script, argument: .columns),
    "array": EnvironmentForm(family: .array, argument: .columns),
    "darray": EnvironmentForm(family: .array, cellStyle: .display, argument: .columns),
    "cases": EnvironmentForm(family: .cases, open: "{"),
    "dcases": EnvironmentForm(family: .cases, open: "{", cellStyle: .display),
    "rcases": EnvironmentForm(family: .cases, close: "}"),
    "drcases": EnvironmentForm(family: .cases, close: "}", cellStyle: .display),
    "aligned": EnvironmentForm(family: .aligned, cellStyle: .display),
    "split": EnvironmentForm(family: .aligned, cellStyle: .display),
    "alignedat": EnvironmentForm(family: .aligned, cellStyle: .display, argument: .count),
    "align": EnvironmentForm(family: .aligned, cellStyle: .display, isNumbered: true),
    "align*": EnvironmentForm(family: .aligned, cellStyle: .display),
    "alignat": EnvironmentForm(
      family: .aligned,
      cellStyle: .display,
      argument: .count,
      isNumbered: true
    ),
    "alignat*": EnvironmentForm(family: .aligned, cellStyle: .display, argument: .count),
    "eqnarray": EnvironmentForm(family: .aligned, cellStyle: .display, isNumbered: true),
    "eqnarray*": EnvironmentForm(family: .aligned, cellStyle: .display),
    "flalign": EnvironmentForm(family: .aligned, cellStyle: .display, isNumbered: true),
    "flalign*": EnvironmentForm(family: .aligned, cellStyle: .display),
    "gathered": EnvironmentForm(family: .gathered, cellStyle: .display),
    "gather": EnvironmentForm(family: .gathered, cellStyle: .display, isNumbered: true),
    "gather*": EnvironmentForm(family: .gathered, cellStyle: .display),
    "multline": EnvironmentForm(family: .gathered, cellStyle: .display, isNumbered: true),
    "multline*": EnvironmentForm(family: .gathered, cellStyle: .display),
    "equation": EnvironmentForm(family: .equation, cellStyle: .display, isNumbered: true),
    "equation*": EnvironmentForm(family: .equation, cellStyle: .display),
    "displaymath": EnvironmentForm(family: .equation, cellStyle: .display),
    "CD": EnvironmentForm(family: .diagram, cellStyle: .display),
    "math": EnvironmentForm(family: .equation),
  ]
}
