{
  fits = a + b + c - d * e;
  long = aRatherLongOperand + anotherRatherLongOperand + yetAnotherRatherLongOperand + oneMoreOfThem + theLast;
  mixed = aRatherLongCondition && anotherRatherLongCondition || yetAnotherRatherLongCondition && oneMore || theLast;
  sets = a // { b = 1; c = 2; } // d // { e = 3; };
  lists = [ 1 2 ] ++ optional a 3 ++ optionals b [ 4 5 ] ++ map (x: { inherit x; }) list;
  strings = "a string that is rather long" + anotherOne + "and then one more string, which is long" + last;
  implication = a -> b -> c;
  unary = !a && - b < - c;
  compared = (a == b) != (c <= d);
  pipes = list |> filter isGood |> map toThing;
  manyPipes = list |> filter isGood |> map toThing |> concatStringsSep ",";
  backwards = toThing <| f <| x;
}
