// swift-format-ignore-file
print("abc".replacing("", with: "-"), "".replacing("", with: "x"), "aaa".replacing("aa", with: "b"), "e\u{301}e".replacing("e", with: "x"), "a🇩🇪b".replacing("🇩🇪", with: ""), "\u{E9}".replacing("e\u{301}", with: "E"))
debugPrint("a", 1, 2.5, ["x"], terminator: "!\n")
debugPrint()
debugPrint("\u{e9}\n", Character("c"), 1...3, [1: "a"], (1, "b"), Optional("y") as Any, separator: "|")
print([1...3], Optional(1...2) as Any, "a"..."b", ["a"..<"b"], String(reflecting: 0..<2))
