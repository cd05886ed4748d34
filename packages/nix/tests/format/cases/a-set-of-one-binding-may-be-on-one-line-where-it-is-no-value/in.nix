{
  value = { one = 1; };
  element = [ { one = 1; } { one = 1; two = 2; } ];
  argument = f { one = 1; } { two = 2; };
  broken = [ {
    one = 1; } ];
  nested = { one = { two = { three = 3; }; }; };
  inherits = { inherit one; };
  inherits-more = { inherit one; two = 2; };
}
