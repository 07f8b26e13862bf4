extension Array where Element: Numeric { func total() -> Element { reduce(0, +) } }
