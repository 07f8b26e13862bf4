/// The colors of a figure in light and in dark mode.
enum Palette {
  /// A color by its red, green and blue, 0 to 255.
  struct RGB: Hashable, Sendable {
    var red: UInt8
    var green: UInt8
    var blue: UInt8

    init(_ hex: UInt32) {
      red = UInt8(truncatingIfNeeded: hex >> 16)
      green = UInt8(truncatingIfNeeded: hex >> 8)
      blue = UInt8(truncatingIfNeeded: hex)
    }

    /// How CSS writes it.
    var hex: String {
      "#"
        + [red, green, blue].map { part in
          let digits = String(part, radix: 16)
          return part < 16 ? "0" + digits : digits
        }.joined()
    }
  }

  /// A color in both modes, under the name of its custom property.
  struct Entry {
    var name: String
    var light: RGB
    var dark: RGB

    init(_ name: String, light: UInt32, dark: UInt32) {
      self.name = name
      self.light = RGB(light)
      self.dark = RGB(dark)
    }
  }

  /// The color that a paint stands for; nil for a shade, which is the same in both modes.
  static func entry(_ paint: Paint) -> Entry? {
    switch paint {
    case .paper: Entry("paper", light: 0xFFFFFF, dark: 0x16181D)
    case .ink: entry(of: .ink)
    case .axis: Entry("axis", light: 0x565C66, dark: 0xA3AAB5)
    case .grid: Entry("grid", light: 0xE6E8EC, dark: 0x2B2F37)
    case .palette(let color): entry(of: color)
    case .shade: nil
    }
  }

  private static func entry(of color: ChartColor) -> Entry {
    switch color {
    case .blue: Entry("blue", light: 0x0072B2, dark: 0x4DA3E0)
    case .vermilion: Entry("vermilion", light: 0xD55E00, dark: 0xF0803C)
    case .green: Entry("green", light: 0x007A58, dark: 0x2DBE92)
    case .purple: Entry("purple", light: 0xCC79A7, dark: 0xF0B0DA)
    case .orange: Entry("orange", light: 0xB27A00, dark: 0xE9AB2E)
    case .sky: Entry("sky", light: 0x2E91CC, dark: 0x8CCBF2)
    case .yellow: Entry("yellow", light: 0x8C8500, dark: 0xF0E442)
    case .ink: Entry("ink", light: 0x1B1E24, dark: 0xE8EAEE)
    case .gray: Entry("gray", light: 0x7A808A, dark: 0x8B919C)
    }
  }

  /// Cividis at fifths of the way (Nuñez, Anderton and Renslow, 2018), linear between them.
  private static let cividis = [0x00204D, 0x31446B, 0x666970, 0x958F78, 0xCBBA69, 0xFFEA46]
    .map { RGB($0) }

  /// The color of a shade, 0 for the least value to 1 for the greatest.
  static func shade(_ fraction: Double) -> RGB {
    let place = min(max(fraction, 0), 1) * Double(cividis.count - 1)
    let index = min(Int(place), cividis.count - 2)
    let (low, high) = (cividis[index], cividis[index + 1])
    func mixed(_ part: KeyPath<RGB, UInt8>) -> UInt8 {
      let share = place - Double(index)
      return UInt8(
        (Double(low[keyPath: part]) * (1 - share) + Double(high[keyPath: part]) * share)
          .rounded()
      )
    }
    var result = low
    result.red = mixed(\.red)
    result.green = mixed(\.green)
    result.blue = mixed(\.blue)
    return result
  }
}
