/// The commands of LaTeX mathematics, by name without the backslash.
enum CommandTable {
  /// What a command asks for; nil for a name that none has.
  static func command(named name: String) -> Command? {
    constructions[name] ?? SymbolTable.commands[name].map(Command.symbol)
  }

  /// The names of all commands.
  static var names: [String] { Array(constructions.keys) + SymbolTable.commands.keys }

  /// The commands that do not stand for one character.
  private static let constructions: [String: Command] = {
    var result: [String: Command] = [:]
    for name in WordList(functions).words {
      result[name] = .function(MathFunction(text: name, body: [], form: .name, limits: .beside))
    }
    for name in WordList(functionsWithLimits).words {
      result[name] = .function(MathFunction(text: name, body: [], form: .name, limits: .movable))
    }
    for (name, sign) in WordList(signsWithLimits).pairs {
      result[name] = .function(MathFunction(text: sign, body: [], form: .sign, limits: .movable))
    }
    for (name, sign) in WordList(integrals).pairs {
      result[name] = .function(MathFunction(text: sign, body: [], form: .sign, limits: .beside))
    }
    for (name, arrow) in WordList(longArrows).pairs { result[name] = .arrow(arrow) }
    for (name, mark) in WordList(accents).pairs {
      result[name] = .accent(mark: mark, isStretchy: false, isBrace: false, position: .over)
    }
    for (name, mark) in WordList(textAccents).pairs {
      result[name] = .accent(mark: mark, isStretchy: false, isBrace: false, position: .over)
    }
    result["c"] = .accent(mark: "¸", isStretchy: false, isBrace: false, position: .under)
    for (name, mark) in combiningAccents {
      result[name] = .accent(mark: mark, isStretchy: false, isBrace: false, position: .over)
    }
    for (name, mark) in WordList(wideAccents).pairs {
      result[name] = .accent(mark: mark, isStretchy: true, isBrace: false, position: .over)
    }
    for (name, mark) in WordList(underAccents).pairs {
      result[name] = .accent(mark: mark, isStretchy: true, isBrace: false, position: .under)
    }
    for (name, command) in constructs { result[name] = command }
    for (name, text) in macros { result[name] = .macro(text) }
    return result
  }()
}

// MARK: - Data

extension CommandTable {
  private static let functions = """
    arccos arcsin arctan arctg arcctg arg ch cos cosec cosh cot cotg coth csc ctg cth deg dim exp
    hom ker lg ln log sec sin sinh sh tan tanh tg th
    """

  private static let functionsWithLimits = "det gcd inf lim max min Pr sup"

  private static let signsWithLimits = """
    sum ∑ prod ∏ coprod ∐ bigcup ⋃ bigcap ⋂ bigvee ⋁ bigwedge ⋀ bigoplus ⨁ bigotimes ⨂ bigodot ⨀
    biguplus ⨄ bigsqcup ⨆
    """

  private static let integrals = "int ∫ iint ∬ iiint ∭ oint ∮ oiint ∯ oiiint ∰ intop ∫ smallint ∫"

  private static let longArrows = """
    xrightarrow → xleftarrow ← xleftrightarrow ↔ xRightarrow ⇒ xLeftarrow ⇐ xLeftrightarrow ⇔
    xmapsto ↦ xhookrightarrow ↪ xhookleftarrow ↩ xrightharpoonup ⇀ xrightharpoondown ⇁
    xleftharpoonup ↼ xleftharpoondown ↽ xrightleftharpoons ⇌ xleftrightharpoons ⇋ xlongequal =
    xtwoheadrightarrow ↠ xtwoheadleftarrow ↞ xtofrom ⇄
    """

  private static let accents = """
    hat ^ tilde ~ bar ˉ dot ˙ ddot ¨ acute ˊ grave ˋ check ˇ breve ˘ mathring ˚
    """

  /// Accents of text, which stand over letters of formulas too.
  private static let textAccents = """
    ' ˊ ` ˋ ^ ˆ " ¨ ~ ˜ = ˉ . ˙ u ˘ v ˇ H ˝ r ˚
    """

  private static let combiningAccents = [
    ("vec", "\u{20D7}"), ("dddot", "\u{20DB}"), ("ddddot", "\u{20DC}"),
  ]

  private static let wideAccents = """
    widehat ^ widetilde ~ widecheck ˇ overline ‾ overrightarrow → overleftarrow ←
    overleftrightarrow ↔ Overrightarrow ⇒ overrightharpoon ⇀ overleftharpoon ↼ overgroup ⏠
    """

  private static let underAccents = """
    underline ‾ underrightarrow → underleftarrow ← underleftrightarrow ↔ undergroup ⏡ utilde ~
    """

  private static let constructs: [(String, Command)] = [
    ("frac", .fraction(FractionForm())),
    ("dfrac", .fraction(FractionForm(style: .display))),
    ("tfrac", .fraction(FractionForm(style: .text))),
    ("cfrac", .fraction(FractionForm(style: .display))),
    ("binom", .fraction(FractionForm(line: .none, open: "(", close: ")"))),
    ("dbinom", .fraction(FractionForm(line: .none, open: "(", close: ")", style: .display))),
    ("tbinom", .fraction(FractionForm(line: .none, open: "(", close: ")", style: .text))),
    ("genfrac", .generalFraction),
    ("over", .infixFraction(FractionForm())),
    ("atop", .infixFraction(FractionForm(line: .none))),
    ("choose", .infixFraction(FractionForm(line: .none, open: "(", close: ")"))),
    ("brace", .infixFraction(FractionForm(line: .none, open: "{", close: "}"))),
    ("brack", .infixFraction(FractionForm(line: .none, open: "[", close: "]"))),
    ("above", .infixLine(hasDelimiters: false, FractionForm())),
    ("overwithdelims", .infixLine(hasDelimiters: true, FractionForm())),
    ("atopwithdelims", .infixLine(hasDelimiters: true, FractionForm(line: .none))),
    ("nicefrac", .fraction(FractionForm(style: .text))),
    ("sfrac", .fraction(FractionForm(style: .text))),
    ("sqrt", .root),
    ("overbrace", .accent(mark: "⏞", isStretchy: true, isBrace: true, position: .over)),
    ("underbrace", .accent(mark: "⏟", isStretchy: true, isBrace: true, position: .under)),
    ("overset", .over), ("stackrel", .over), ("underset", .under), ("stackbin", .over),
    ("mathrm", .font(.normal)), ("mathup", .font(.normal)), ("mathit", .font(.italic)),
    ("mathnormal", .font(.italic)), ("mathbf", .font(.bold)), ("bold", .font(.bold)),
    ("boldsymbol", .font(.boldItalic)), ("bm", .font(.boldItalic)), ("pmb", .font(.boldItalic)),
    ("mathbb", .font(.doubleStruck)), ("Bbb", .font(.doubleStruck)),
    ("mathds", .font(.doubleStruck)), ("mathbbm", .font(.doubleStruck)),
    ("mathcal", .font(.script)),
    ("mathscr", .font(.script)), ("mathfrak", .font(.fraktur)), ("frak", .font(.fraktur)),
    ("mathsf", .font(.sansSerif)), ("mathtt", .font(.monospace)),
    ("rm", .fontSwitch(.normal)), ("it", .fontSwitch(.italic)), ("bf", .fontSwitch(.bold)),
    ("cal", .fontSwitch(.script)), ("sf", .fontSwitch(.sansSerif)), ("tt", .fontSwitch(.monospace)),
    ("displaystyle", .style(.display)), ("textstyle", .style(.text)),
    ("scriptstyle", .style(.script)), ("scriptscriptstyle", .style(.scriptscript)),
    ("text", .text(nil)), ("textrm", .text(.normal)), ("textnormal", .text(nil)),
    ("textup", .text(nil)), ("textmd", .text(nil)), ("mbox", .text(nil)), ("hbox", .text(nil)),
    ("textbf", .text(.bold)), ("textit", .text(.italic)), ("emph", .text(.italic)),
    ("textsl", .text(.italic)), ("textsf", .text(.sansSerif)), ("texttt", .text(.monospace)),
    ("textsc", .text(nil)),
    ("big", .size(1, .ordinary)), ("Big", .size(2, .ordinary)), ("bigg", .size(3, .ordinary)),
    ("Bigg", .size(4, .ordinary)), ("bigl", .size(1, .opening)), ("Bigl", .size(2, .opening)),
    ("biggl", .size(3, .opening)), ("Biggl", .size(4, .opening)), ("bigr", .size(1, .closing)),
    ("Bigr", .size(2, .closing)), ("biggr", .size(3, .closing)), ("Biggr", .size(4, .closing)),
    ("bigm", .size(1, .relation)), ("Bigm", .size(2, .relation)), ("biggm", .size(3, .relation)),
    ("Biggm", .size(4, .relation)),
    ("left", .left), ("right", .right), ("middle", .middle), ("begin", .begin), ("end", .end),
    ("mathord", .classed(.variable)), ("mathbin", .classed(.binary)),
    ("mathrel", .classed(.relation)), ("mathopen", .classed(.opening)),
    ("mathclose", .classed(.closing)), ("mathpunct", .classed(.punctuation)),
    ("mathinner", .classed(.inner)), ("mathop", .madeOperator),
    ("operatorname", .operatorName(.beside)), ("operatornamewithlimits", .operatorName(.movable)),
    ("limits", .limits(.stacked)), ("nolimits", .limits(.beside)),
    ("displaylimits", .limits(.movable)),
    ("color", .color), ("textcolor", .textColor), ("colorbox", .colorBox),
    ("fcolorbox", .frameBox), ("boxed", .enclosure(.box)), ("fbox", .enclosure(.box)),
    ("cancel", .enclosure(.upwardStrike)), ("bcancel", .enclosure(.downwardStrike)),
    ("xcancel", .enclosure(.crossedStrikes)), ("sout", .enclosure(.horizontalStrike)),
    ("phantom", .padding(.phantom, isText: false)),
    ("hphantom", .padding(.horizontalPhantom, isText: false)),
    ("vphantom", .padding(.verticalPhantom, isText: false)),
    ("smash", .padding(.smash, isText: false)),
    ("mathllap", .padding(.leftOverlap, isText: false)),
    ("mathrlap", .padding(.rightOverlap, isText: false)),
    ("mathclap", .padding(.centredOverlap, isText: false)),
    ("llap", .padding(.leftOverlap, isText: true)), ("rlap", .padding(.rightOverlap, isText: true)),
    ("clap", .padding(.centredOverlap, isText: true)),
    ("not", .negation), ("substack", .substack), ("tag", .tag), ("dots", .dots(nil)),
    ("cdots", .dots("⋯")), ("dotsb", .dots("⋯")), ("dotsm", .dots("⋯")), ("dotsi", .dots("⋯")),
    ("dotsc", .dots("…")), ("dotso", .dots("…")),
    ("vdots", .verticalDots), ("\\", .lineBreak), ("newline", .lineBreak), ("cr", .lineBreak),
    ("newcommand", .define(.newCommand)), ("renewcommand", .define(.newCommand)),
    ("providecommand", .define(.newCommand)), ("def", .define(.plain)), ("gdef", .define(.plain)),
    ("edef", .define(.plain)), ("xdef", .define(.plain)), ("let", .define(.alias)),
    ("DeclareMathOperator", .define(.mathOperator)),
    ("global", .ignored(arguments: 0)), ("long", .ignored(arguments: 0)),
    ("char", .characterCode), ("verb", .verbatim), ("raisebox", .raise), ("rule", .rule),
    ("mathchoice", .choice),
    ("nonumber", .ignored(arguments: 0)), ("notag", .ignored(arguments: 0)),
    ("label", .ignored(arguments: 1)), ("nobreak", .ignored(arguments: 0)),
    ("allowbreak", .ignored(arguments: 0)), ("relax", .ignored(arguments: 0)),
    ("noindent", .ignored(arguments: 0)), ("mathstrut", .macro("\\vphantom{(}")),
    ("strut", .macro("\\vphantom{(}")), ("large", .ignored(arguments: 0)),
    ("Large", .ignored(arguments: 0)), ("small", .ignored(arguments: 0)),
    ("normalsize", .ignored(arguments: 0)), ("tiny", .ignored(arguments: 0)),
    ("scriptsize", .ignored(arguments: 0)), ("footnotesize", .ignored(arguments: 0)),
    ("huge", .ignored(arguments: 0)), ("LARGE", .ignored(arguments: 0)),
    ("Huge", .ignored(arguments: 0)), ("href", .ignored(arguments: 1)),
    ("url", .text(.monospace)),
    (",", .space(.character("\u{2009}"))), ("thinspace", .space(.character("\u{2009}"))),
    (":", .space(.character("\u{2005}"))), (">", .space(.character("\u{2005}"))),
    ("medspace", .space(.character("\u{2005}"))),
    (";", .space(.character("\u{2005}\u{200A}"))),
    ("thickspace", .space(.character("\u{2005}\u{200A}"))),
    ("!", .space(.character("\u{2009}\u{2063}"))),
    ("negthinspace", .space(.character("\u{2009}\u{2063}"))),
    ("negmedspace", .space(.character("\u{205F}\u{2063}"))),
    ("negthickspace", .space(.character("\u{2005}\u{2063}"))),
    (" ", .space(.character("\u{A0}"))), ("space", .space(.character("\u{A0}"))),
    ("nobreakspace", .space(.character("\u{A0}"))),
    ("enspace", .space(.width(0.5))), ("enskip", .space(.width(0.5))),
    ("quad", .space(.width(1))), ("qquad", .space(.width(2))),
    ("hspace", .measuredSpace(isBraced: true)), ("hskip", .measuredSpace(isBraced: false)),
    ("kern", .measuredSpace(isBraced: false)), ("mkern", .measuredSpace(isBraced: false)),
    ("mskip", .measuredSpace(isBraced: false)), ("mspace", .measuredSpace(isBraced: true)),
  ]

  private static let macros: [(String, String)] = [
    ("iff", #"\;\Longleftrightarrow\;"#), ("implies", #"\;\Longrightarrow\;"#),
    ("impliedby", #"\;\Longleftarrow\;"#),
    ("bmod", #"\mskip1mu\mathbin{\mathrm{mod}}\mskip1mu"#),
    ("mod", #"\mkern12mu{\mathrm{mod}}\,\,"#),
    ("pmod", #"\pod{{\mathrm{mod}}\mkern6mu#1}"#), ("pod", #"\mkern8mu(#1)"#),
    ("colon", #"\mkern2mu\mathpunct{:}\mkern6mu"#),
    ("argmax", #"\operatorname*{arg\,max}"#), ("argmin", #"\operatorname*{arg\,min}"#),
    ("limsup", #"\operatorname*{lim\,sup}"#), ("liminf", #"\operatorname*{lim\,inf}"#),
    ("injlim", #"\operatorname*{inj\,lim}"#), ("projlim", #"\operatorname*{proj\,lim}"#),
    ("plim", #"\operatorname*{plim}"#),
    ("varliminf", #"\operatorname*{\underline{lim}}"#),
    ("varlimsup", #"\operatorname*{\overline{lim}}"#),
    ("varinjlim", #"\operatorname*{\underrightarrow{lim}}"#),
    ("varprojlim", #"\operatorname*{\underleftarrow{lim}}"#),
    ("underbar", #"\underline{\text{#1}}"#),
    ("bra", #"\mathinner{\langle{#1}|}"#), ("ket", #"\mathinner{|{#1}\rangle}"#),
    ("braket", #"\mathinner{\langle{#1}\rangle}"#),
    ("Bra", #"\left\langle{#1}\right|"#), ("Ket", #"\left|{#1}\right\rangle"#),
    ("Braket", #"\left\langle{#1}\right\rangle"#), ("set", #"{\{\,#1\,\}}"#),
    ("Set", #"\left\{\:#1\:\right\}"#), ("Bbbk", #"\mathbb{k}"#),
    ("coloneqq", #"\mathrel{≔}"#), ("coloneq", #"\mathrel{≔}"#), ("eqqcolon", #"\mathrel{≕}"#),
    ("vcentcolon", #"\mathrel{:}"#), ("ratio", #"\mathrel{:}"#),
    ("dblcolon", #"\mathrel{∷}"#), ("lq", "‘"), ("rq", "'"), ("lbrace", #"\{"#),
    ("rbrace", #"\}"#), ("varGamma", #"\mathit{\Gamma}"#), ("varDelta", #"\mathit{\Delta}"#),
    ("varTheta", #"\mathit{\Theta}"#), ("varLambda", #"\mathit{\Lambda}"#),
    ("varXi", #"\mathit{\Xi}"#), ("varPi", #"\mathit{\Pi}"#), ("varSigma", #"\mathit{\Sigma}"#),
    ("varPhi", #"\mathit{\Phi}"#), ("varPsi", #"\mathit{\Psi}"#), ("varOmega", #"\mathit{\Omega}"#),
    ("R", #"\mathbb{R}"#), ("Reals", #"\mathbb{R}"#), ("reals", #"\mathbb{R}"#),
    ("N", #"\mathbb{N}"#), ("natnums", #"\mathbb{N}"#), ("Z", #"\mathbb{Z}"#),
    ("Complex", #"\mathbb{C}"#), ("cnums", #"\mathbb{C}"#),
    ("llbracket", #"\mathopen{⟦}"#), ("rrbracket", #"\mathclose{⟧}"#),
    ("TeX", #"\text{TeX}"#), ("LaTeX", #"\text{LaTeX}"#), ("minuso", #"\mathbin{⦵}"#),
    ("Alpha", #"\mathrm{A}"#), ("Beta", #"\mathrm{B}"#), ("Epsilon", #"\mathrm{E}"#),
    ("Zeta", #"\mathrm{Z}"#), ("Eta", #"\mathrm{H}"#), ("Iota", #"\mathrm{I}"#),
    ("Kappa", #"\mathrm{K}"#), ("Mu", #"\mathrm{M}"#), ("Nu", #"\mathrm{N}"#),
    ("Omicron", #"\mathrm{O}"#), ("Rho", #"\mathrm{P}"#), ("Tau", #"\mathrm{T}"#),
    ("Chi", #"\mathrm{X}"#),
    ("textasciitilde", "∼"), ("textbackslash", #"\backslash"#), ("textbar", "|"),
    ("lparen", "("), ("rparen", ")"), ("lbrack", "["), ("rbrack", "]"), ("i", "ı"),
    ("dotsx", #"\ldots"#), ("vcenter", "{#1}"), ("ensuremath", "{#1}"), ("shoveleft", "{#1}"),
    ("shoveright", "{#1}"), ("cancelto", #"\cancel{#2}^{#1}"#),
  ]
}
