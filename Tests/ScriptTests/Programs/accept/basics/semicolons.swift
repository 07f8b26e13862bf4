// swift-format-ignore-file
let cat = "cat"; print(cat); print(cat, cat)
