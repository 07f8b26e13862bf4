struct Segment { var ends: (from: Int, to: Int) }
var s = Segment(ends: (1, 5))
s.ends.to += 1
print(s.ends.to - s.ends.from, s.ends)
