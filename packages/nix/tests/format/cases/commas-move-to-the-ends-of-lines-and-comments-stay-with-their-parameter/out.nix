{
  # behind the brace
  a, # behind a
  b ? 1, # behind b
  # before c
  c,
  # behind the comma
  d,

  # before e
  e,
  # before the end
}: # behind the colon
a
