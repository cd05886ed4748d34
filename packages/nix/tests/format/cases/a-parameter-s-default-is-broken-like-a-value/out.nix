{
  a ? 1,
  b ? {
    one = 1;
    two = 2;
  },
  c ? [
    one
    two
  ],
  d ? aFunctionWithALongName anArgumentWithALongName anotherArgumentWithALongName {
    one = 1;
    two = 2;
  },
  e ? if a then b else c,
  f ? x: y: { inherit x y; },
  ...
}:
a
