let quote = """
  The first line
    indented
  and "quoted" \(1 + 1)
  """
print(quote)
