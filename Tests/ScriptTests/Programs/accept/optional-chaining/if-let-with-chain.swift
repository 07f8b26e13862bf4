struct Wheel { var pressure: Double }
struct Bike {
  var front: Wheel?
  var back: Wheel?
}
let bike: Bike? = Bike(front: Wheel(pressure: 2.5), back: nil)
if let p = bike?.front?.pressure { print("front", p) }
if let p = bike?.back?.pressure { print("back", p) } else { print("no back") }
