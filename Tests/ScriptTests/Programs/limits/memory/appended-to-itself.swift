var numbers = [1.5, 2.5]
while true { numbers.append(contentsOf: numbers) }
