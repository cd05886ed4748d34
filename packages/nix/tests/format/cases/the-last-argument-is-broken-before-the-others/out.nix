{
  a = f {
    one = 1;
    two = 2;
  };
  b = f x {
    one = 1;
    two = 2;
  };
  c = f {
    one = 1;
    two = 2;
  } x;
  d =
    f
      {
        one = 1;
        two = 2;
      }
      {
        three = 3;
        four = 4;
      };
  e = map (x: { inherit x; }) list;
  f = mapAttrs (name: value: { inherit name value; }) attributes;
  g = mapAttrsToList (
    name: value: aFunctionWithALongName name value anotherArgumentWithALongName yetAnotherOne
  ) attributes;
  h = aFunctionWithALongName (anotherFunctionWithALongName anArgumentWithALongName (oneMoreFunction withAnArgument x)) y;
  i =
    aFunctionWithALongName anArgumentWithALongName.and.a.path anotherArgumentWithALongName.and.a.path
      more.of.them;
  j = f (g {
    one = 1;
    two = 2;
  });
  k = f (
    with x;
    [
      one
      two
    ]
  );
  l = f ''
    a line
    another
  '';
  m = f x ''
    a line
    another
  '' y;
}
