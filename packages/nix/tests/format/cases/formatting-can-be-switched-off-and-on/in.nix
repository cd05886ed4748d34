{
  a   =   1;
/*nixfmt:disable*/
  matrix = [
    1 0
    0 1
  ];
/*nixfmt:enable*/
  b   =   2;
  c = [
    1   2
    /*nixfmt:disable*/
    3   4
    /*nixfmt:enable*/
    5   6
  ];
  d = ''
    text ${
/*nixfmt:disable*/
      1    +    2
/*nixfmt:enable*/
    }
  '';
  /*nixfmt:enable*/
  e   =   5; /*nixfmt:disable*/
  f   =   6;
}
