// swift-format-ignore-file
let house: Set = ["dog", "cat"]
let farm: Set = ["cow", "hen", "sheep", "dog", "cat"]
let city: Set = ["pigeon", "rat"]
print(house.isSubset(of: farm), farm.isSuperset(of: house), farm.isDisjoint(with: city))
print(house.isStrictSubset(of: house), house.isSubset(of: house), farm.isStrictSuperset(of: house))
print(house == ["cat", "dog"], house != farm)
