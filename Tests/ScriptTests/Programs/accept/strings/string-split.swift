// swift-format-ignore-file
let csv = "name,age,,city"
print(csv.split(separator: ","))
print(csv.split(separator: ",", omittingEmptySubsequences: false))
print(csv.split(separator: ",", maxSplits: 1))
print("a--b--c".split(separator: "--"), "x y\tz".split(whereSeparator: { $0 == " " || $0 == "\t" }))
print("line one\nline two\n".split(separator: "\n").map { $0.uppercased() })
let words = "the quick fox".split(separator: " ").map(String.init)
print(words, words.map { $0.count })
print("3 4 x 5".split(separator: " ").compactMap { Int($0) })
print("".split(separator: ",").count, ",".split(separator: ",").count)
print("a b".split { $0 == " " })
