// swift-format-ignore-file
let contentHeight = 40
let hasHeader = true
print(contentHeight + (hasHeader ? 50 : 20))
print(false ? 1 : true ? 2 : 3)
