var x = 0.5
while x > 0 { x = 3.99 * x * (1 - x) + 1e-300 }
