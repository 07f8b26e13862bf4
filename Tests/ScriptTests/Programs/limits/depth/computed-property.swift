struct Mirror {
  var image: Int { reflection + 1 }
  var reflection: Int { image + 1 }
}
print(Mirror().image)
