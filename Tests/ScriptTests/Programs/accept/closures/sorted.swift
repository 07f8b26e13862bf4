// swift-format-ignore-file
let names = ["Chris", "Alex", "Ewa", "Barry", "Daniella"]
func backward(_ a: String, _ b: String) -> Bool { a > b }
print(names.sorted(by: backward))
print(names.sorted(by: { (a: String, b: String) -> Bool in return a > b }))
print(names.sorted(by: { a, b in a > b }), names.sorted { $0 > $1 }, names.sorted(by: >))
