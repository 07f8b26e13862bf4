// swift-format-ignore-file
let b = true
let x = if b { 1 } else { 2.5 }
let y = switch b {
case true: 1.5
case false: 1
}
let z = if b { Int32(1) } else { 2 }
let u = if b { if b { 1 } else { 2.5 } } else { 2.5 }
let v = if b { [1] } else { [2.5] }
