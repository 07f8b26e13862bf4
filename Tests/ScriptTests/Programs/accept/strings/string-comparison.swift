// swift-format-ignore-file
print("apple" < "banana", "Zebra" < "apple", "a" == "a", "b" >= "a", "" < "a")
print(["pear", "Fig", "apple"].sorted(), ["b", "a"].max()!, "abc" != "abd")
print("\u{E9}" == "e\u{301}", "a" < "ab", "10" < "9")
