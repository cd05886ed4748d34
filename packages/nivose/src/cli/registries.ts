/** The files that say what flakes such as `nixpkgs` are: the user's, the system's, and a global one if it is on this machine. */

import path from "node:path";
import type { Context } from "./context.ts";
import type { NixSettings } from "./nix-settings.ts";

export function registriesOf(settings: NixSettings, { environment }: Context): string[] {
  if (settings.text("use-registries") === "false") return [];
  const { HOME = "/homeless-shelter", XDG_CONFIG_HOME, NIX_CONFIG_HOME, NIX_CONF_DIR } = environment;
  const user = NIX_CONFIG_HOME ?? path.join(XDG_CONFIG_HOME || path.join(HOME, ".config"), "nix");
  const named = settings.text("flake-registry") ?? "";
  const global = named.startsWith("file:///") ? decodeURI(named.slice("file://".length)) : named;
  return [
    path.join(user, "registry.json"),
    path.join(NIX_CONF_DIR ?? "/etc/nix", "registry.json"),
    ...(path.isAbsolute(global) ? [global] : []),
  ];
}
