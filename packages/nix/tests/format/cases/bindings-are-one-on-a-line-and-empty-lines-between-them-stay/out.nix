{
  a = 1;
  b = 2;

  c = 3;
  d.e.f = 4;
  "quoted name" = 5;
  ${computed} = 6;
  ${computed}.a."b" = 7;

}
