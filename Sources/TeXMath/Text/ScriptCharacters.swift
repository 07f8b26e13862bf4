/// The characters that Unicode has raised and lowered.
enum ScriptCharacters {
  /// Text as superscript characters; nil where one of them has none.
  static func raised(_ text: String) -> String? { mapped(text, raisedForms) }

  /// Text as subscript characters; nil where one of them has none.
  static func lowered(_ text: String) -> String? { mapped(text, loweredForms) }

  private static func mapped(_ text: String, _ forms: [Character: Character]) -> String? {
    var result = ""
    for character in text where character != " " {
      guard let form = forms[character] else { return nil }
      result.append(form)
    }
    return result
  }

  private static let raisedForms = pairs(
    "0⁰1¹2²3³4⁴5⁵6⁶7⁷8⁸9⁹+⁺−⁻=⁼(⁽)⁾aᵃbᵇcᶜdᵈeᵉfᶠgᵍhʰiⁱjʲkᵏlˡmᵐnⁿoᵒpᵖrʳsˢtᵗuᵘvᵛwʷxˣyʸzᶻ"
      + "AᴬBᴮDᴰEᴱGᴳHᴴIᴵJᴶKᴷLᴸMᴹNᴺOᴼPᴾRᴿTᵀUᵁVⱽWᵂβᵝγᵞδᵟθᶿφᵠχᵡ⊤ᵀ′′∗*∘°*****"
  )

  private static let loweredForms = pairs(
    "0₀1₁2₂3₃4₄5₅6₆7₇8₈9₉+₊−₋=₌(₍)₎aₐeₑhₕiᵢjⱼkₖlₗmₘnₙoₒpₚrᵣsₛtₜuᵤvᵥxₓβᵦγᵧρᵨφᵩχᵪ"
  )

  private static func pairs(_ list: String) -> [Character: Character] {
    let all = Array(list)
    var result: [Character: Character] = [:]
    for index in stride(from: 0, to: all.count - 1, by: 2) { result[all[index]] = all[index + 1] }
    return result
  }
}

/// Marks that stand over a character as part of it.
enum CombiningMarks {
  /// The character with the mark of an accent; nil where Unicode has no such mark.
  static func combined(_ base: String, with accent: String) -> String? {
    guard let mark = marks[accent] else { return nil }
    if let composed = composed[accent]?[base] { return composed }
    return base + mark
  }

  private static let marks: [String: String] = [
    "hat": "\u{302}", "widehat": "\u{302}", "tilde": "\u{303}", "widetilde": "\u{303}",
    "bar": "\u{304}", "overline": "\u{305}", "underline": "\u{332}", "vec": "\u{20D7}",
    "overrightarrow": "\u{20D7}", "overleftarrow": "\u{20D6}", "dot": "\u{307}",
    "ddot": "\u{308}", "dddot": "\u{20DB}", "ddddot": "\u{20DC}", "acute": "\u{301}",
    "grave": "\u{300}", "check": "\u{30C}", "widecheck": "\u{30C}", "breve": "\u{306}",
    "mathring": "\u{30A}", "'": "\u{301}", "`": "\u{300}", "^": "\u{302}", "\"": "\u{308}",
    "~": "\u{303}", "=": "\u{304}", ".": "\u{307}", "u": "\u{306}", "v": "\u{30C}",
    "c": "\u{327}", "H": "\u{30B}", "r": "\u{30A}",
  ]

  /// Letters that Unicode has with their mark, so that every terminal shows them well.
  private static let composed: [String: [String: String]] = [
    "hat": pairs("aâcĉeêgĝhĥiîjĵoôsŝuûwŵyŷzẑAÂCĈEÊGĜHĤIÎJĴOÔSŜUÛWŴYŶZẐ"),
    "tilde": pairs("aãeẽiĩnñoõuũvṽyỹAÃEẼIĨNÑOÕUŨVṼYỸ"),
    "bar": pairs("aāeēgḡiīoōuūyȳAĀEĒGḠIĪOŌUŪYȲ"),
    "dot": pairs("aȧbḃcċdḋeėfḟgġhḣmṁnṅoȯpṗrṙsṡtṫwẇxẋyẏzż"),
    "ddot": pairs("aäeëhḧiïoötẗuüwẅxẍyÿ"),
  ]

  private static func pairs(_ list: String) -> [String: String] {
    let all = Array(list)
    var result: [String: String] = [:]
    for index in stride(from: 0, to: all.count - 1, by: 2) {
      result[String(all[index])] = String(all[index + 1])
    }
    return result
  }
}
