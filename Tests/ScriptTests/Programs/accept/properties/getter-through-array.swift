struct Item {
  var price: Int
  var count: Int
  var cost: Int { price * count }
}
let items = [Item(price: 3, count: 2), Item(price: 5, count: 1)]
print(items[0].cost + items[1].cost)
print(items.map { $0.cost }.reduce(0, +))
