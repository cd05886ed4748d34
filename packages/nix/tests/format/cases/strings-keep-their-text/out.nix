{
  a = "a\n\t\"b\" \${c} $d $${e} \\";
  b = "a line
    another line with ${code + 1} in it
  ";
  c = "${a}";
  d = "${a} and ${b.c}";
  e = "${a ++ b} and ${f x y}";
  f = "a string with ${aFunctionWithALongName anArgumentWithALongName anotherArgumentWithALongName} in the middle of it";
  g = "${if a then b else c}";
  h = "${{ a = 1; }.a}";
  i = "${
    # a comment
    a
  }";
  j = "http://example.org/a?b=c";
  k = "";
}
