// swift-format-ignore-file
protocol P {}
