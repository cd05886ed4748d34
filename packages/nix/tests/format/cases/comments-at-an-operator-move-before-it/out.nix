{
  a =
    b # behind an operand
    +
      # behind the operator
      c
    # before the operator
    + d;
  e = {
    one = 1;
  } # behind a set
  # behind the operator
  // {
    two = 2;
  };
}
