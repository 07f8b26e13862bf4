// swift-format-ignore-file
print(5.description + "!", 2.5.description, true.description, [1, 2].description, "a".debugDescription, ["x"].debugDescription)
print(3.description.count, ("q" as Character).description)
