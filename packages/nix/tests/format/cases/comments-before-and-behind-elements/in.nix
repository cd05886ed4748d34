# at the start

# after an empty line
[ # behind the bracket
  # before one
  1 # behind one
  2

  # after an empty line
  3 /* behind three */
  /* before four */
  4 /* behind four, and */ # one more
  /* before five */ 5
  # at the end
] # behind the end
# after the end
