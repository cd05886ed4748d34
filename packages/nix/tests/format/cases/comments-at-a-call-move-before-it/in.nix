{
  a =
    # before the function
    f x y;
  b = f # behind the function
    x y;
  c = f x # behind an argument
    y;
  d = f
    # before an argument
    x
    y;
  e = ( # behind the parenthesis
    f x
    # before the parenthesis
  );
  g = f ( # behind
    x
    # before
  ) y;
}
