{ # this comment stands
  # not in the column
  a = [ # this one stands
        # in the same column
    1
  ];
  b =
    f # this one
    # too
    x;
}
