// swift-format-ignore-file
let cafe = "cafe\u{301}"
print(cafe.count, cafe, cafe == "café", cafe.hasSuffix("é"))
print("👨‍👩‍👧".count, "🇫🇷🇯🇵".count, "\r\n".count, "".count)
for c in "e\u{301}🇫🇷" { print(c) }
print(String("noël".reversed()), "noe\u{308}l".count)
