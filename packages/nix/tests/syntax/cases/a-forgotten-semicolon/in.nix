{
  a = f: f
  b = 1;
  c.d = 2
  e = 3;
}
