/// What a command asks the parser to do.
enum Command {
  /// A character.
  case symbol(MathSymbol)
  /// A name such as `\sin`, or a sign such as `\sum`.
  case function(MathFunction)
  /// White space.
  case space(MathSpace)
  /// White space whose width is the argument.
  case measuredSpace(isBraced: Bool)
  /// `\frac` and its kin.
  case fraction(FractionForm)
  /// `\over` and its kin: what is before them in the group over what is behind.
  case infixFraction(FractionForm)
  case generalFraction
  /// `\above`, whose line has a thickness that is said, and the same with delimiters around it.
  case infixLine(hasDelimiters: Bool, FractionForm)
  case root
  case accent(mark: String, isStretchy: Bool, isBrace: Bool, position: MathAccent.Position)
  case font(MathFont)
  /// A font for the rest of the group.
  case fontSwitch(MathFont)
  case style(MathStyle)
  case text(MathFont?)
  case size(Int, AtomClass)
  case left, right, middle
  case begin, end
  case over, under
  case arrow(String)
  case classed(AtomClass)
  case operatorName(MathFunction.Limits)
  case madeOperator
  case limits(MathFunction.Limits)
  case color, textColor, colorBox, frameBox
  case enclosure(MathEnclosure)
  case padding(MathPadding, isText: Bool)
  case negation
  case substack
  case tag
  /// Dots whose height depends on what follows (nil), or is said.
  case dots(String?)
  case verticalDots
  case lineBreak
  case define(Definition)
  case characterCode
  case verbatim
  case raise
  case rule
  case choice
  /// A command that says nothing about what is shown, with its number of arguments.
  case ignored(arguments: Int)
  /// LaTeX that the command stands for.
  case macro(String)
}

/// The forms that a definition of a command has.
enum Definition {
  /// `\newcommand{\name}[2][default]{meaning}`.
  case newCommand
  /// `\def\name#1#2{meaning}`.
  case plain
  /// `\let\name=\other`.
  case alias
  /// `\DeclareMathOperator{\name}{text}`.
  case mathOperator
}

/// The details of a fraction.
struct FractionForm {
  var line = MathFraction.Line.plain
  var open = ""
  var close = ""
  var style: MathStyle?
}
