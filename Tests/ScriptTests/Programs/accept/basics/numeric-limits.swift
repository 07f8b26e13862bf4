print(Int.max, Int.min, UInt8.max, Int8.min)
print(Double.pi, Double.infinity, -Double.infinity, Double.nan)
