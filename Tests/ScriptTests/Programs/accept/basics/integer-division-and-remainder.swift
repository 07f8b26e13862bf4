print(7 / 2, -7 / 2, 7 % 3, -7 % 3, 7 % -3)
print(7.quotientAndRemainder(dividingBy: 2), (-7).magnitude, (-7).signum())
