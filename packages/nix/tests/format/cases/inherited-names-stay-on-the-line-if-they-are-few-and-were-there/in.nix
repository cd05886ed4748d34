{
  inherit a;
  inherit a b c;
  inherit a b c d;
  inherit
    a b;
  inherit (from) a b c;
  inherit (from) a b c d;
  inherit (from)
    a;
  inherit (aFunction withAnArgument) "quoted" ${"also quoted"};
  inherit;
  inherit (from);
  inherit (aFunctionWithALongName thatHasSeveralArguments withLongNames asWell) andNamesThatAreLong;
  inherit # behind the keyword
    a # behind a name
    # before a name
    b
    # before the semicolon
    ; # behind the semicolon
}
