{
  a = b.c."d e".${f};
  g = (import ./a { }).b.c;
  h =
    {
      one = 1;
      two = 2;
    }
    .one;
  i =
    (aFunctionWithALongName anArgumentWithALongName anotherArgumentWithALongName { one = 1; })
    .an.attribute.path;
  j = a.b or c;
  k = a.b or { };
  l =
    a.b
      or (throw "a rather long message that says what is missing and where it could be defined, if that helps");
  m = 1 .a;
  n = a ? b.c && !a ? "d";
  o = [
    f
    or
    g
  ];
}
