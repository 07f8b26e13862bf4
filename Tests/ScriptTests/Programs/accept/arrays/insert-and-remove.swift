var list = ["b", "d"]
list.insert("a", at: 0)
list.insert("c", at: 2)
print(list)
print(list.remove(at: 1), list.removeLast(), list.removeFirst())
print(list)
list.removeAll()
print(list.isEmpty)
