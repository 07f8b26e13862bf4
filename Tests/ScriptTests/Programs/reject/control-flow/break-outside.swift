// swift-format-ignore-file
break
