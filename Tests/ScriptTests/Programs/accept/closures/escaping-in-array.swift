var handlers: [() -> Void] = []
func onDone(_ handler: @escaping () -> Void) { handlers.append(handler) }
var x = 10
onDone { x = 100 }
print(x)
handlers.first?()
print(x)
