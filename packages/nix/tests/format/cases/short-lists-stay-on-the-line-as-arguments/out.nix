{
  arguments = replaceStrings [ "a" "b" ] [ "c" "d" ] text;
  last = concatLists [
    one
    two
  ];
  lastTwo = replaceStrings [ "a" "b" ] [ "c" "d" ];
  tooMany = f [
    1
    2
    3
    4
    5
    6
    7
  ] x;
  notSimple = f [ (g 1 2 3) ] x;
  tooLong =
    replaceStrings
      [ "a quite long string" "another quite long string" ]
      [ "what stands for it" "and for this" ]
      text;
  commented = f [
    1 # one
    2
  ] x;
}
