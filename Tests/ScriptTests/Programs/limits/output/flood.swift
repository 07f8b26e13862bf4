while true { print("on and on") }
