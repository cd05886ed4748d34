{
  a = /* lua */ ''
    local x
    print(x)
  '';
  b = f /* bash */ ''
    echo
    echo
  '';
  c = [
    /* nix */ "1 + 1"
    # and
    /* sql */ "select 1"
    # no language, for it has blanks
    "x"
  ];
  d = # lua
    x;
  e = f /* js */ "1" /* css */ "2";
}
