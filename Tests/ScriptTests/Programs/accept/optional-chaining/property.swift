struct Address {
  var city: String
  var zip: Int?
}
struct Person {
  var name: String
  var address: Address?
}
let a = Person(name: "Ann", address: Address(city: "Oslo", zip: 150))
let b = Person(name: "Bob", address: nil)
print(a.address?.city ?? "-", b.address?.city ?? "-")
print(a.address?.zip ?? 0, b.address?.zip ?? 0)
