let
  a = 1;
  # before in
in # behind in
# before the body
a
