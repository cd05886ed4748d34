with a; with b;
assert c; assert d e; assert e == f && g;
{ a = with lib; maintainers; b = with lib; [ one two ]; c = assert x; y;
  d = with lib; { one = 1; }; e = f (with lib; [ one two ]);
  g = assert assertMsg (condition thatIsLong) "a message that is so long that it does not fit into the line any more"; h;
  x = 1; }
