let http = (404, "Not Found")
let (code, message) = http
let (only, _) = http
print(code, message, only, http.0, http.1)
let named = (status: 200, text: "OK")
print(named.status, named.text, named)
