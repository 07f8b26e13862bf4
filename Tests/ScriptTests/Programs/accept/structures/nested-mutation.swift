struct Engine { var power = 100 }
struct Car {
  var engine = Engine()
  var wheels = [1.0, 1.0, 1.0, 1.0]
}
var car = Car()
car.engine.power += 50
car.wheels[2] = 0.5
car.wheels.append(2)
print(car)
