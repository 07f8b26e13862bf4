/// The signs that may stand behind `\left`, `\big` and their kin.
enum DelimiterTable {
  /// The character of a delimiter, empty for `.`; nil for what is none.
  static func text(of token: Token) -> String? {
    switch token.kind {
    case .character(let scalar): characters[scalar]
    case .command(let name): commands[name]
    case .space, .end: nil
    }
  }

  private static let characters: [Unicode.Scalar: String] = [
    "(": "(", ")": ")", "[": "[", "]": "]", "|": "∣", "/": "/", "<": "⟨", ">": "⟩", ".": "",
    "⟨": "⟨", "⟩": "⟩", "⌊": "⌊", "⌋": "⌋", "⌈": "⌈", "⌉": "⌉", "‖": "∥", "∥": "∥", "∣": "∣",
  ]

  private static let commands: [String: String] = [
    "{": "{", "}": "}", "lbrace": "{", "rbrace": "}", "lbrack": "[", "rbrack": "]",
    "langle": "⟨", "rangle": "⟩", "lt": "⟨", "gt": "⟩", "lfloor": "⌊", "rfloor": "⌋",
    "lceil": "⌈", "rceil": "⌉", "vert": "∣", "lvert": "∣", "rvert": "∣", "mid": "∣",
    "|": "∥", "Vert": "∥", "lVert": "∥", "rVert": "∥", "backslash": "\\", "lgroup": "⟮",
    "rgroup": "⟯", "lmoustache": "⎰", "rmoustache": "⎱", "ulcorner": "┌", "urcorner": "┐",
    "llcorner": "└", "lrcorner": "┘", "uparrow": "↑", "downarrow": "↓", "updownarrow": "↕",
    "Uparrow": "⇑", "Downarrow": "⇓", "Updownarrow": "⇕", "lang": "⟨", "rang": "⟩",
    "lparen": "(", "rparen": ")", "llbracket": "⟦", "rrbracket": "⟧",
  ]
}
