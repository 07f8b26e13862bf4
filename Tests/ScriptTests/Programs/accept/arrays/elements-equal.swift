print([1, 2].elementsEqual([1, 2]), [1, 2].elementsEqual(1...2), [1].elementsEqual([2]))
