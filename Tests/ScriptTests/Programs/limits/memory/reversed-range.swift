let down = Array((0...Int.max).reversed())
print(down.count)
