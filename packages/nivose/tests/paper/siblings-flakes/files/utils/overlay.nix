final: prev: {
  words = {
    hello = final.greeting;
    devShell = "a shell";
    checks.one = 1;
  };
}
