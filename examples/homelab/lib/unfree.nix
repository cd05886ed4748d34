# The packages that are not free software and are used all the same. Everything else that is not free is refused.
{ lib }:
package:
builtins.elem (lib.getName package) [
  "mongodb"
  "mongodb-ce"
  "prl-tools"
  "terraform"
  "unifi-controller"
  "vscode"
]
