while true { print() }
