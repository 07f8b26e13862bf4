/// A piece of a formula, with the place it was written at.
public struct MathNode: Hashable, Sendable {
  /// What the piece is.
  public var kind: Kind
  /// The place in the formula, in UTF-8 offsets; the call, where a macro stands for the piece.
  public var range: Range<Int>

  /// Creates a node.
  public init(_ kind: Kind, _ range: Range<Int>) {
    self.kind = kind
    self.range = range
  }

  /// The constructs of LaTeX mathematics.
  public enum Kind: Hashable, Sendable {
    /// One character.
    case symbol(MathSymbol)
    /// Digits, with a point where one was written.
    case number(String)
    /// What stands between braces.
    case row([MathNode])
    /// Text of `\text` and its kin, in a font where one was chosen.
    case text(String, MathFont?)
    /// A base with what stands below and above it; at least one of the two.
    indirect case scripts(base: MathNode?, below: MathNode?, above: MathNode?)
    /// One thing over another.
    indirect case fraction(MathFraction)
    /// A root, and its degree where it is not the square root.
    indirect case root(MathNode, degree: MathNode?)
    /// `\left … \right`.
    case fenced(MathFence)
    /// `\middle` with its delimiter.
    case middle(String)
    /// `\big` and its kin.
    case sizedDelimiter(SizedDelimiter)
    /// A mark over or under a base.
    indirect case accent(MathAccent)
    /// Something set over or under a base that keeps its class.
    indirect case stack(base: MathNode, over: MathNode?, under: MathNode?)
    /// A function's name such as `sin`, or an operator such as `∑`.
    case function(MathFunction)
    /// Letters in a font.
    case font(MathFont, [MathNode])
    /// A style for all that follows in its group.
    case style(MathStyle, [MathNode])
    /// A part in a color.
    case color(String, [MathNode])
    /// A part in a box, crossed out, or on a coloured ground.
    case enclosure(MathEnclosure, [MathNode])
    /// A part that takes space of one kind and shows or hides.
    case padding(MathPadding, [MathNode])
    /// White space.
    case space(MathSpace)
    /// An arrow as long as what stands over and under it.
    indirect case arrow(String, over: MathNode?, under: MathNode?)
    /// Rows and columns.
    case table(MathTable)
    /// A filled rectangle.
    case rule(MathRule)
    /// What is shown in each style, as `\mathchoice` says: display, text, script, and script of script.
    case choice([MathNode])
    /// A part that is spaced as another class, as `\mathrel` says.
    case classed(AtomClass, [MathNode])
    /// The part that a slash strikes out, as `\not` says.
    indirect case negation(MathNode)
    /// A line break outside of a table.
    case lineBreak
    /// Something that is not understood, as it was written.
    case source(String)
  }
}

/// One thing over another: a fraction, a binomial.
public struct MathFraction: Hashable, Sendable {
  /// The line between the two.
  public enum Line: Hashable, Sendable {
    /// No line.
    case none
    /// A line as fractions have it.
    case plain
    /// A line of a thickness in em, which is more than nothing.
    case thick(em: Double)
  }

  /// What stands above.
  public var numerator: MathNode
  /// What stands below.
  public var denominator: MathNode
  /// The line that stands between.
  public var line: Line
  /// The delimiters around it, where there are any.
  public var delimiters: (open: String, close: String)? {
    open.isEmpty && close.isEmpty ? nil : (open, close)
  }
  /// The opening delimiter, or nothing.
  var open: String
  /// The closing delimiter, or nothing.
  var close: String
  /// The style it is set in, where that is said.
  public var style: MathStyle?

  /// Whether a line stands between.
  public var hasLine: Bool { line != .none }
}

/// A filled rectangle; all lengths are in em.
public struct MathRule: Hashable, Sendable {
  /// How wide it is.
  public var width: Double
  /// How high it is.
  public var height: Double
  /// How far its lower edge stands above the line of text.
  public var shift: Double

  /// The columns that it takes in a terminal.
  var columns: Int { max(0, min(40, Int((width * 2).rounded()))) }
}

/// What stands between `\left` and `\right`.
public struct MathFence: Hashable, Sendable {
  /// The opening delimiter; empty for `.`.
  public var open: String
  /// The closing delimiter; empty for `.`.
  public var close: String
  /// What stands between them.
  public var body: [MathNode]
}

/// A delimiter of a size that is said.
public struct SizedDelimiter: Hashable, Sendable {
  /// The delimiter; empty for `.`.
  public var text: String
  /// The size, from 1 for `\big` to 4 for `\Bigg`.
  public var size: Int
  /// How it is spaced.
  public var atomClass: AtomClass
}

/// A mark over or under a base.
public struct MathAccent: Hashable, Sendable {
  /// Where the mark stands.
  public enum Position: Hashable, Sendable {
    /// Above the base.
    case over
    /// Below the base.
    case under
  }

  /// The command's name, such as `hat`.
  public var name: String
  /// The character of the mark.
  public var mark: String
  /// Whether the mark is as wide as the base.
  public var isStretchy: Bool
  /// Whether it is a brace, which carries a remark as its script.
  public var isBrace: Bool
  /// Where it stands.
  public var position: Position
  /// What it stands over or under.
  public var base: MathNode
}

/// A function's name, or a large operator.
public struct MathFunction: Hashable, Sendable {
  /// The forms of an operator.
  public enum Form: Hashable, Sendable {
    /// A name that TeX knows, such as `sin`.
    case name
    /// A name that `\operatorname` made.
    case madeName
    /// A sign such as `∑`.
    case sign
    /// What `\mathop` made an operator.
    case made
  }

  /// Where scripts stand.
  public enum Limits: Hashable, Sendable {
    /// Beside it.
    case beside
    /// Above and below it in display style, beside it elsewhere.
    case movable
    /// Above and below it everywhere, as `\limits` says.
    case stacked
  }

  /// The name or the sign; empty where `body` says it.
  public var text: String
  /// What `\operatorname` or `\mathop` holds.
  public var body: [MathNode]
  /// What it looks like.
  public var form: Form
  /// Where its scripts stand.
  public var limits: Limits
}

/// A frame, a stroke, or a ground.
public enum MathEnclosure: Hashable, Sendable {
  /// `\boxed`, `\fbox`.
  case box
  /// `\cancel`.
  case upwardStrike
  /// `\bcancel`.
  case downwardStrike
  /// `\xcancel`.
  case crossedStrikes
  /// `\sout`.
  case horizontalStrike
  /// `\colorbox`.
  case ground(String)
  /// `\fcolorbox`: the frame's color and the ground's.
  case frame(String, ground: String)
}

/// Space that a part takes or does not take.
public enum MathPadding: Hashable, Sendable {
  /// `\phantom`: takes all its space, and is not seen.
  case phantom
  /// `\hphantom`: takes its width, and is not seen.
  case horizontalPhantom
  /// `\vphantom`: takes its height, and is not seen.
  case verticalPhantom
  /// `\smash`: seen, takes no height.
  case smash
  /// `\mathllap`: seen to the left of its place, takes no width.
  case leftOverlap
  /// `\mathrlap`: seen to the right of its place, takes no width.
  case rightOverlap
  /// `\mathclap`: seen around its place, takes no width.
  case centredOverlap
  /// `\raisebox`: seen above its place, or below it.
  case raised(em: Double)
}

/// White space in a formula.
public enum MathSpace: Hashable, Sendable {
  /// A space that has a character of its own, such as `\,`.
  case character(String)
  /// A width in em.
  case width(Double)
}
