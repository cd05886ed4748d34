# The page that web servers show until they have something better.
{
  lib,
  runCommandLocal,
  title ? "@name@",
}:
runCommandLocal "landing-page"
  {
    inherit title;
    meta = {
      description = "A page that says that a web server works";
      license = lib.licenses.mit;
      platforms = lib.platforms.all;
    };
  }
  ''
    mkdir -p $out
    substitute ${./index.html} $out/index.html --subst-var title
  ''
