// swift-format-ignore-file
let possible = "123"
let number = Int(possible)
var answer: String?
print(number == nil, number!, answer == nil)
answer = "forty-two"
print(answer != nil, answer!)
answer = nil
print(answer as Any)
