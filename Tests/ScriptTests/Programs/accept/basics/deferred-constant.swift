// swift-format-ignore-file
let limit: Int
let isStrict = true
if isStrict {
  limit = 3
} else {
  limit = 30
}
print(limit)
