func grade(_ p: Int) -> String { p >= 90 ? "A" : p >= 80 ? "B" : "C" }
print(grade(95), grade(85), grade(10))
