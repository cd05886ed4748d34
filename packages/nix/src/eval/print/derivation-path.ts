import { coerce, Gathered } from "../machine/coerce.ts";
import type { Handle } from "../memory/heap.ts";
import { symbols } from "../memory/strings.ts";
import { attribute } from "../memory/values.ts";

const DRV_PATH = symbols.ofName("drvPath");

/** `derivation /nix/store/….drv`: how a derivation is shown instead of its attributes. */
export function forceDerivationPath(set: Handle): string {
  const path = attribute(set, DRV_PATH);
  if (path === undefined) return "derivation";
  return `derivation ${coerce(path, new Gathered(), { more: false, copy: false })}`;
}
