{
  none = [ ];
  one = [ 1 ];
  two = [
    1
    2
  ];
  nested = [
    [
      1
      2
    ]
    [ 3 ]
    [ [ ] ]
  ];
  oneSet = [
    {
      a = 1;
      b = 2;
    }
  ];
  calls = [
    (f x)
    (g {
      a = 1;
      b = 2;
    })
  ];
  broken = [
    1
  ];
  withEmptyLines = [
    1

    2

  ];
}
