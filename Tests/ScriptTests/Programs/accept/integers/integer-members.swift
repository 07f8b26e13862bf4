// swift-format-ignore-file
print(7.quotientAndRemainder(dividingBy: 3), (-7).quotientAndRemainder(dividingBy: 2).remainder)
print(12.isMultiple(of: 4), 13.isMultiple(of: 4), (-5).signum(), 0.signum(), 9.signum())
let (sum, overflow) = Int.max.addingReportingOverflow(1)
print(sum, overflow)
print(UInt8(200).multipliedReportingOverflow(by: 2), 3.subtractingReportingOverflow(5).partialValue)
print((-3).magnitude, Int.min.magnitude, Int8.min.magnitude, Int.zero, UInt8())
