let people = [("Ann", 31), ("Bob", 25), ("Cy", 40)]
print(people.sorted { $0.1 < $1.1 }.map { $0.0 })
