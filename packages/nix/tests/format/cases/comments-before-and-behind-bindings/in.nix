{ # behind the brace
  # before a
  a /* behind a */ = /* behind the equals sign */ 1 /* behind one */ ; # behind the semicolon

  b = # behind the equals sign
    1;
  c =
    # before the value
    1;
  d = 1
    # before the semicolon
    ;
  e. # behind the dot
    f = 1;
  # at the end
}
