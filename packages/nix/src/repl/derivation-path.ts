import { coerce, Gathered } from "../eval/machine/coerce.ts";
import type { Handle } from "../eval/memory/heap.ts";
import { symbols } from "../eval/memory/strings.ts";
import { attribute } from "../eval/memory/values.ts";

const DRV_PATH = symbols.ofName("drvPath");

/** `derivation /nix/store/….drv`: how a derivation is shown instead of its attributes. */
export function forceDerivationPath(set: Handle): string {
  const path = attribute(set, DRV_PATH);
  if (path === undefined) return "derivation";
  return `derivation ${coerce(path, new Gathered(), { more: false, copy: false })}`;
}
