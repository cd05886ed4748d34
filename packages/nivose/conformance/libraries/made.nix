{ lib, ... }:
let
  made = number: { sub.q.x = number; };
in
{
  imports = [
    (made 3)
    ./deeper.nix
  ];
  old = [ "from-old" ];
  gone = 7;
  new = lib.mkBefore [ "b" ];
}
