extension Double {
  var km: Double { self * 1000 }
  func isClose(to other: Double, within e: Double = 1e-9) -> Bool { (self - other).magnitude <= e }
}
print(1.5.km, (0.1 + 0.2).isClose(to: 0.3), 1.0.isClose(to: 1.1))
