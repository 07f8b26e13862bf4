var pages: [String: [Int]] = ["": []]
while true {
  pages["word \(pages.count)"] = Array(0..<20)
  print(pages)
}
