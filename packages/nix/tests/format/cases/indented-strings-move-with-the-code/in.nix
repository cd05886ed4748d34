{
a = ''
          one
            two

          three
        '';
    b = ''
    first
  second
      '';
  c = ''starts at once
    and goes on'';
  d = ''
    escapes: ''' ''${x} ''$ ''\n $x $$ ' "
  '';
  e = ''
    ${code}
    before ${code} after
    ${f (x: { inherit x; y = 1; })}
      ${aFunctionWithALongName anArgumentWithALongName anotherArgumentWithALongName yetAnotherArgument}
    text ${aFunctionWithALongName anArgumentWithALongName anotherArgumentWithALongName yetAnotherOne} text
    ${ # a comment
      x }
    ${x
      # a comment
    }
    if ${x} # no comment
  '';
  f = ''

    after an empty line
  '';
  g = f ''
    a
      '' "b";
  h = ''
    trailing blanks   
    a	tab
  '';
}
