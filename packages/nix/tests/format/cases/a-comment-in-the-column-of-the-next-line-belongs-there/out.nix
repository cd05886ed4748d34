{
  # this comment stands
  # not in the column
  a = [
    # this one stands
    # in the same column
    1
  ];
  b =
    # this one
    f
      # too
      x;
}
