{
  a, # first
  b ? 1 # last, without a comma
}: { c ? 2, d # last of two
}: { e, f, # last, with a comma
}: 1
