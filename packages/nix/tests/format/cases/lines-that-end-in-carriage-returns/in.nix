{
  # a comment
  a = 1;

  b = [ 1 2 ];
  /* two
     lines */
  c = f
    x;
}
