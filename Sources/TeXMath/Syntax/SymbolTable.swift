/// The commands that stand for one character, by the class of the character.
///
/// The names and classes are those of plain TeX, LaTeX and the AMS packages; the characters are
/// those that Unicode's mathematical repertoire (UTR 25) gives them.
enum SymbolTable {
  /// The symbol of each command, by its name without the backslash.
  static let commands: [String: MathSymbol] = {
    var result: [String: MathSymbol] = [:]
    for (list, atomClass) in lists {
      for (name, text) in WordList(list).pairs { result[name] = MathSymbol(text, atomClass) }
    }
    return result
  }()

  /// The symbol of a character that is typed as itself.
  static func character(_ scalar: Unicode.Scalar) -> MathSymbol {
    if scalar.isASCII { return ascii[Int(scalar.value)] }
    return typed[scalar]
      ?? MathSymbol(String(scalar), scalar.properties.isAlphabetic ? .variable : .ordinary)
  }

  private static let lists: [(String, AtomClass)] = [
    (variables, .variable), (ordinaries, .ordinary), (binaries, .binary), (relations, .relation),
    (arrows, .relation), (openings, .opening), (closings, .closing), (dots, .inner),
    ("ldotp . cdotp · Colon ∷", .punctuation),
  ]

  private static let variables = """
    alpha α beta β gamma γ delta δ epsilon ϵ varepsilon ε zeta ζ eta η theta θ vartheta ϑ iota ι
    kappa κ varkappa ϰ lambda λ mu μ nu ν xi ξ omicron ο pi π varpi ϖ rho ρ varrho ϱ sigma σ
    varsigma ς tau τ upsilon υ phi ϕ varphi φ chi χ psi ψ omega ω digamma ϝ
    thetasym ϑ
    """

  private static let ordinaries = """
    Gamma Γ Delta Δ Theta Θ Lambda Λ Xi Ξ Pi Π Sigma Σ Upsilon Υ Phi Φ Psi Ψ Omega Ω
    infty ∞ infin ∞ partial ∂ nabla ∇ hbar ℏ hslash ℏ ell ℓ Re ℜ real ℜ Im ℑ image ℑ wp ℘ weierp ℘
    aleph ℵ alef ℵ alefsym ℵ beth ℶ gimel ℷ daleth ℸ
    forall ∀ exists ∃ exist ∃ nexists ∄ neg ¬ lnot ¬ emptyset ∅ empty ∅ varnothing ∅ top ⊤ bot ⊥
    angle ∠ ang ∠ measuredangle ∡ sphericalangle ∢ triangle △ triangledown ▽ square □ Box □
    blacksquare ■ lozenge ◊ Diamond ◊ blacklozenge ⧫ bigstar ★ blacktriangle ▲ blacktriangledown ▼
    checkmark ✓ maltese ✠ degree ° surd √ imath ı jmath ȷ
    clubsuit ♣ clubs ♣ diamondsuit ♢ diamonds ♢ heartsuit ♡ hearts ♡ spadesuit ♠ spades ♠
    flat ♭ natural ♮ sharp ♯ backprime ‵ mho ℧ Finv Ⅎ Game ⅁ complement ∁ eth ð
    circledS Ⓢ circledR ® copyright © pounds £ mathsterling £ yen ¥ diagup ╱ diagdown ╲
    % % $ $ # # & & _ _ | ∥ Vert ∥ vert ∣ backslash \\ dag † ddag ‡
    S § P ¶ prime ′
    """

  private static let binaries = """
    pm ± plusmn ± mp ∓ times × div ÷ cdot ⋅ sdot ⋅ centerdot ⋅ ast ∗ star ⋆ circ ∘ bullet ∙ bull ∙
    cap ∩ cup ∪ uplus ⊎ sqcap ⊓ sqcup ⊔ vee ∨ lor ∨ wedge ∧ land ∧ setminus ∖ smallsetminus ∖
    wr ≀ amalg ⨿ oplus ⊕ ominus ⊖ otimes ⊗ oslash ⊘ odot ⊙ bigcirc ◯ dagger † ddagger ‡ Dagger ‡
    diamond ⋄ triangleleft ◃ triangleright ▹ bigtriangleup △ bigtriangledown ▽ lhd ⊲ rhd ⊳ unlhd ⊴
    unrhd ⊵ ltimes ⋉ rtimes ⋊ leftthreetimes ⋋ rightthreetimes ⋌ dotplus ∔ Cap ⋒ doublecap ⋒
    Cup ⋓ doublecup ⋓ barwedge ⊼ veebar ⊻ doublebarwedge ⩞ boxplus ⊞ boxminus ⊟ boxtimes ⊠
    boxdot ⊡ circledast ⊛ circledcirc ⊚ circleddash ⊝ curlyvee ⋎ curlywedge ⋏ divideontimes ⋇
    intercal ⊺ gtrdot ⋗ lessdot ⋖ And & circledast ⊛
    """

  private static let relations = """
    leq ≤ le ≤ geq ≥ ge ≥ lt < gt > neq ≠ ne ≠ equiv ≡ approx ≈ cong ≅ sim ∼ simeq ≃ propto ∝
    ll ≪ gg ≫ lll ⋘ ggg ⋙ llless ⋘ gggtr ⋙ prec ≺ succ ≻ preceq ⪯ succeq ⪰ in ∈ isin ∈ notin ∉ ni ∋
    owns ∋ notni ∌ subset ⊂ sub ⊂ supset ⊃ subseteq ⊆ sube ⊆ supseteq ⊇ supe ⊇ subsetneq ⊊
    supsetneq ⊋ nsubseteq ⊈ nsupseteq ⊉ sqsubset ⊏ sqsupset ⊐ sqsubseteq ⊑ sqsupseteq ⊒
    Subset ⋐ Supset ⋑ subseteqq ⫅ supseteqq ⫆ subsetneqq ⫋ supsetneqq ⫌
    mid ∣ nmid ∤ parallel ∥ nparallel ∦ shortmid ∣ shortparallel ∥ perp ⊥ vdash ⊢ dashv ⊣ models ⊨
    vDash ⊨ Vdash ⊩ Vvdash ⊪ nvdash ⊬ nvDash ⊭ nVdash ⊮ nVDash ⊯ asymp ≍ smile ⌣ frown ⌢ bowtie ⋈
    Join ⋈ doteq ≐ Doteq ≑ doteqdot ≑ fallingdotseq ≒ risingdotseq ≓ circeq ≗ eqcirc ≖ triangleq ≜
    bumpeq ≏ Bumpeq ≎ backsim ∽ backsimeq ⋍ thicksim ∼ thickapprox ≈ approxeq ≊ leqslant ⩽
    geqslant ⩾ leqq ≦ geqq ≧ lesssim ≲ gtrsim ≳ lessapprox ⪅ gtrapprox ⪆ lessgtr ≶ gtrless ≷
    lesseqgtr ⋚ gtreqless ⋛ lesseqqgtr ⪋ gtreqqless ⪌ eqslantless ⪕ eqslantgtr ⪖ precsim ≾ succsim ≿
    precapprox ⪷ succapprox ⪸ preccurlyeq ≼ succcurlyeq ≽ curlyeqprec ⋞ curlyeqsucc ⋟
    lneq ⪇ gneq ⪈ lneqq ≨ gneqq ≩ lnsim ⋦ gnsim ⋧ lnapprox ⪉ gnapprox ⪊ precnsim ⋨ succnsim ⋩
    precnapprox ⪹ succnapprox ⪺ precneqq ⪵ succneqq ⪶ nless ≮ ngtr ≯ nleq ≰ ngeq ≱ nprec ⊀ nsucc ⊁
    npreceq ⋠ nsucceq ⋡ nsim ≁ ncong ≆ vartriangle △ vartriangleleft ⊲ vartriangleright ⊳
    trianglelefteq ⊴ trianglerighteq ⊵ ntriangleleft ⋪ ntriangleright ⋫ ntrianglelefteq ⋬
    ntrianglerighteq ⋭ blacktriangleleft ◀ blacktriangleright ▶ between ≬ pitchfork ⋔ therefore ∴
    because ∵ varpropto ∝ backepsilon ∍ smallsmile ⌣ smallfrown ⌢ multimap ⊸ eqsim ≂
    """

  private static let arrows = """
    to → rightarrow → rarr → leftarrow ← gets ← larr ← leftrightarrow ↔ lrarr ↔ harr ↔
    Rightarrow ⇒ rArr ⇒ Leftarrow ⇐ lArr ⇐ Leftrightarrow ⇔ hArr ⇔ lrArr ⇔ uparrow ↑ uarr ↑
    downarrow ↓ darr ↓ updownarrow ↕ Uparrow ⇑ Downarrow ⇓ Updownarrow ⇕ mapsto ↦ longmapsto ⟼
    longrightarrow ⟶ longleftarrow ⟵ longleftrightarrow ⟷ Longrightarrow ⟹ Longleftarrow ⟸
    Longleftrightarrow ⟺ hookrightarrow ↪ hookleftarrow ↩ nearrow ↗ searrow ↘ swarrow ↙ nwarrow ↖
    rightharpoonup ⇀ rightharpoondown ⇁ leftharpoonup ↼ leftharpoondown ↽ rightleftharpoons ⇌
    leftrightharpoons ⇋ upharpoonright ↾ upharpoonleft ↿ downharpoonright ⇂ downharpoonleft ⇃
    rightsquigarrow ⇝ leadsto ⇝ leftrightsquigarrow ↭ twoheadrightarrow ↠ twoheadleftarrow ↞
    rightarrowtail ↣ leftarrowtail ↢ rightrightarrows ⇉ leftleftarrows ⇇ upuparrows ⇈
    downdownarrows ⇊ rightleftarrows ⇄ leftrightarrows ⇆ circlearrowright ↻ circlearrowleft ↺
    curvearrowright ↷ curvearrowleft ↶ looparrowright ↬ looparrowleft ↫ Lsh ↰ Rsh ↱
    dashrightarrow ⇢ dashleftarrow ⇠ Rrightarrow ⇛ Lleftarrow ⇚ nrightarrow ↛ nleftarrow ↚
    nleftrightarrow ↮ nRightarrow ⇏ nLeftarrow ⇍ nLeftrightarrow ⇎ restriction ↾
    """

  private static let openings = """
    lbrace { { { langle ⟨ lang ⟨ lfloor ⌊ lceil ⌈ lvert ∣ lVert ∥ lgroup ⟮ lmoustache ⎰ ulcorner ┌
    llcorner └
    """

  private static let closings = """
    rbrace } } } rangle ⟩ rang ⟩ rfloor ⌋ rceil ⌉ rvert ∣ rVert ∥ rgroup ⟯ rmoustache ⎱ urcorner ┐
    lrcorner ┘
    """

  private static let dots = "ddots ⋱ ldots … mathellipsis …"
}

// MARK: - Characters typed as themselves

extension SymbolTable {
  private static let ascii: [MathSymbol] = (UInt8.min..<128).map { byte in
    let text = String(UnicodeScalar(byte))
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"):
      return MathSymbol(text, .variable)
    case UInt8(ascii: "+"): return MathSymbol(text, .binary)
    case UInt8(ascii: "-"): return MathSymbol("−", .binary)
    case UInt8(ascii: "*"): return MathSymbol("∗", .binary)
    case UInt8(ascii: "="), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: ":"):
      return MathSymbol(text, .relation)
    case UInt8(ascii: ","), UInt8(ascii: ";"): return MathSymbol(text, .punctuation)
    case UInt8(ascii: "("), UInt8(ascii: "["): return MathSymbol(text, .opening)
    case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "!"), UInt8(ascii: "?"):
      return MathSymbol(text, .closing)
    case UInt8(ascii: "|"): return MathSymbol("∣", .ordinary)
    case UInt8(ascii: "`"): return MathSymbol("‘", .ordinary)
    default: return MathSymbol(text, .ordinary)
    }
  }

  /// Characters outside ASCII that commands stand for, with their classes.
  private static let typed: [Unicode.Scalar: MathSymbol] = {
    var result: [Unicode.Scalar: MathSymbol] = [:]
    for symbol in commands.values {
      let scalars = symbol.text.unicodeScalars
      guard scalars.count == 1, let scalar = scalars.first, !scalar.isASCII else { continue }
      // One character may have commands of several classes; relations are the commonest.
      if let known = result[scalar], known.atomClass == .relation { continue }
      result[scalar] = symbol
    }
    result["−"] = MathSymbol("−", .binary)
    result["·"] = MathSymbol("⋅", .binary)
    result["…"] = MathSymbol("…", .inner)
    result["⋯"] = MathSymbol("⋯", .inner)
    result["’"] = MathSymbol("′", .ordinary)
    return result
  }()
}

// MARK: - Negation

extension SymbolTable {
  /// Whether a character outside ASCII is one that a command stands for.
  static func isKnown(_ scalar: Unicode.Scalar) -> Bool { typed[scalar] != nil }

  /// The characters that show another one struck out.
  static let negated: [String: String] = [
    "=": "≠", "∈": "∉", "∋": "∌", "⊂": "⊄", "⊃": "⊅", "⊆": "⊈", "⊇": "⊉", "≡": "≢", "∼": "≁",
    "≈": "≉", "≅": "≇", "<": "≮", ">": "≯", "≤": "≰", "≥": "≱", "∣": "∤", "∥": "∦", "→": "↛",
    "←": "↚", "⇒": "⇏", "⇐": "⇍", "⇔": "⇎", "↔": "↮", "∃": "∄", "⊢": "⊬", "⊨": "⊭", "≃": "≄",
    "≺": "⊀", "≻": "⊁",
  ]
}
