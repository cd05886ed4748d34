[
  ./a
  ../a/b
  /a/b
  ~/a
  <nixpkgs>
  <nixpkgs/lib>
  ./a/${b}
  ./a/${ b }/c-${f x y}.nix
  ./${a}${b}
]
