enum Optimizer: CaseIterable { case gradientDescent, momentum, adam }
print(Optimizer.allCases.count)
for o in Optimizer.allCases { print(o) }
