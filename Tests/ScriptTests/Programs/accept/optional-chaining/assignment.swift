struct Room { var size = 1 }
struct House { var room: Room? }
var h = House(room: Room())
h.room?.size = 20
print(h.room?.size ?? 0)
var e = House(room: nil)
e.room?.size = 20
print(e.room == nil ? "no room" : "room")
