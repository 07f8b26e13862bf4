print([1, 2].elementsEqual(1...9_223_372_036_854_775_807))
