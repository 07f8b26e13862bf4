extension FormulaParser {
  /// Reads the color behind a command, as CSS has it; nil, with a warning, for what is no color.
  ///
  /// A color is a name, or a code such as `#f80`; with a model before it, numbers: `[rgb]{1,0.5,0}`.
  mutating func color(of command: Token) -> String? {
    let model = rawBracket()
    let start = peek().range.lowerBound
    let text = rawArgument() ?? ""
    let color = model.map { ColorTable.color(text, model: $0) } ?? ColorTable.color(text)
    if color == nil {
      report(.unknownColor(text), min(start, lastEnd)..<max(start, lastEnd))
    }
    return color
  }
}

/// The colors that formulas may have, as CSS writes them.
enum ColorTable {
  /// The names that colors have.
  static var allNames: [String] { Array(names) + dvipsNames.keys }

  /// The color of a name or of a hexadecimal code, which may lack its `#`.
  static func color(_ text: String) -> String? {
    let code = text.utf8.first == UInt8(ascii: "#") ? text.dropFirst() : Substring(text)
    if code.utf8.allSatisfy(isHexDigit) {
      if code.utf8.count == 6 { return "#\(code)" }
      if code.utf8.count == 3, code.utf8.count < text.utf8.count { return text }
    }
    return dvipsNames[text] ?? (names.contains(text.lowercased()) ? text : nil)
  }

  /// The color of numbers in one of the models of LaTeX's package xcolor.
  static func color(_ text: String, model: String) -> String? {
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
      .map { Double($0.filter { $0 != " " }) }
    switch (model, parts.count) {
    case ("HTML", 1): return text.utf8.count == 6 ? color("#" + text) : nil
    case ("rgb", 3): return code(parts, scale: 255)
    case ("RGB", 3): return code(parts, scale: 1)
    case ("gray", 1): return code([parts[0], parts[0], parts[0]], scale: 255)
    default: return nil
    }
  }

  private static func code(_ parts: [Double?], scale: Double) -> String? {
    var result = "#"
    for part in parts {
      guard let part, part >= 0, part * scale <= 255 else { return nil }
      let digits = String(Int((part * scale).rounded()), radix: 16)
      result += digits.utf8.count == 1 ? "0" + digits : digits
    }
    return result
  }

  private static func isHexDigit(_ byte: UInt8) -> Bool {
    byte >= 48 && byte <= 57 || byte | 32 >= 97 && byte | 32 <= 102
  }

  /// The names of CSS Color 4.
  private static let names = Set(
    WordList(
      """
      aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue blueviolet
      brown burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk crimson cyan
      darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki darkmagenta
      darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen darkslateblue
      darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue dimgray dimgrey
      dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite gold goldenrod gray
      green greenyellow grey honeydew hotpink indianred indigo ivory khaki lavender lavenderblush
      lawngreen lemonchiffon lightblue lightcoral lightcyan lightgoldenrodyellow lightgray
      lightgreen lightgrey lightpink lightsalmon lightseagreen lightskyblue lightslategray
      lightslategrey lightsteelblue lightyellow lime limegreen linen magenta maroon mediumaquamarine
      mediumblue mediumorchid mediumpurple mediumseagreen mediumslateblue mediumspringgreen
      mediumturquoise mediumvioletred midnightblue mintcream mistyrose moccasin navajowhite navy
      oldlace olive olivedrab orange orangered orchid palegoldenrod palegreen paleturquoise
      palevioletred papayawhip peachpuff peru pink plum powderblue purple rebeccapurple red rosybrown
      royalblue saddlebrown salmon sandybrown seagreen seashell sienna silver skyblue slateblue
      slategray slategrey snow springgreen steelblue tan teal thistle tomato turquoise violet wheat
      white whitesmoke yellow yellowgreen
      """
    ).words
  )

  /// The names of LaTeX's `dvipsnames` that CSS has not, in the colors that MathJax gives them.
  private static let dvipsNames = Dictionary(
    uniqueKeysWithValues: WordList(
      """
      Apricot #FBB982 Bittersweet #C04F17 BlueGreen #00B3B8 BrickRed #B6321C BurntOrange #F7921D
      CarnationPink #F282B4 Cerulean #00A2E3 Dandelion #FDBC42 Emerald #00A99D JungleGreen #00A99A
      Mahogany #A9341F Melon #F89E7B Mulberry #A93C93 NavyBlue #006EB8 OliveGreen #3C8031
      Peach #F7965A Periwinkle #7977B8 PineGreen #008B72 ProcessBlue #00B0F0 RawSienna #974006
      RedOrange #F26035 RedViolet #A1246B Rhodamine #EF559F RoyalPurple #613F99 RubineRed #ED017D
      Sepia #671800 TealBlue #00AEB3 VioletRed #EF58A0 WildStrawberry #EE2967 YellowOrange #FAA21A
      """
    ).pairs
  )
}
