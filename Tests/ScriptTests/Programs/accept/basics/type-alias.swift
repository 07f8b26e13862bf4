// swift-format-ignore-file
typealias Sample = Int
typealias Pair = (Sample, Sample)
let low: Sample = 2
let pair: Pair = (low, 5)
print(low, pair.0 + pair.1)
