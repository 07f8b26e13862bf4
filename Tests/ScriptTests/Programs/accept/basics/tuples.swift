// swift-format-ignore-file
let http404Error = (404, "Not Found")
let (code, message) = http404Error
let (justCode, _) = http404Error
let status = (code: 200, text: "OK")
print(code, message, justCode, http404Error.1, status.code, status.text, status)
