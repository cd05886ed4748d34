[ # this comment
  # does not stand below
  1
]
