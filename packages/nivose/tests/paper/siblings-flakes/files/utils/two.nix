_: {
  packages.b = 2;
  packages.deep.list = [ 2 ];
  packages.deep.other = 3;
}
