var counts = ["a": 0]
while counts.count == 1 { counts["a", default: 0] &+= 1 }
