var rows: [[Double]] = []
while true { rows.append([Double](repeating: 1, count: 50)) }
