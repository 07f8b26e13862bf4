// swift-format-ignore-file
var genres: Set<String> = ["Rock", "Jazz", "Rock"]
print(genres.count, genres.contains("Jazz"), genres.contains("Funk"))
print(genres.insert("Funk").inserted, genres.insert("Funk").inserted)
print(genres.remove("Rock") ?? "-", genres.remove("Rock") ?? "-")
print(genres.sorted(), genres.isEmpty)
let inferred: Set = [3, 1, 3]
print(inferred.sorted(), Set<Int>(), Set([5]))
genres.removeAll()
print(genres.count)
