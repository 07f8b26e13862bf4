// swift-format-ignore-file
return
