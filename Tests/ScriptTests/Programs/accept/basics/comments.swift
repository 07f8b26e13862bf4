// swift-format-ignore-file
// one line
/* several
   lines /* nested */ */
print(1 /* inside */ + 2)
