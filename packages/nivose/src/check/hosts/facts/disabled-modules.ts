/** What a host's modules disable, as far as there is no such module. */

import { type Fact, fact } from "../fact.ts";

export interface DisabledInVain {
  /** What disables it. */
  readonly file: string;
  readonly key: string;
  /** Whether it is the name of a module of the system itself, relative to its modules. */
  readonly isOfSystem: boolean;
}

const inVain = `
  let
    isOwn = call: or' false (elemAt call.arguments 1 == "" && isSame (elemAt call.arguments 3).options._module.args options._module.args);
    calls = filter isOwn (allCalls "collectStructuredModules");
    call = head calls;
    modulesPath = or' "" (text ((elemAt call.arguments 3).modulesPath or ""));
    node = it: { key = text it.key; inner = it.modules; };
    nodes = builtins.genericClosure { startSet = map node call.result.modules; operator = it: map node it.inner; };
    known = listToAttrs (map (it: { name = it.key; value = true; }) nodes);
    isOfSystem = it: isString it && builtins.substring 0 1 it != "/";
    keyOf = it:
      if isOfSystem it then modulesPath + "/" + it
      else if isAttrs it && ! it ? outPath && ! it ? __toString then text (it.key or "")
      else text it;
    all = concatMap (it:
      if isAttrs it && isList (it.disabled or null)
      then map (each: { file = text it.file; key = or' "" (keyOf each); isOfSystem = isOfSystem each; }) it.disabled
      else [ ]) (or' [ ] call.result.disabled);
  in
  if calls == [ ] then [ ] else filter (it: it.key != "" && ! known ? \${it.key}) all`;

export const disabledInVain: Fact<readonly DisabledInVain[]> = fact("disabledInVain", {
  nixos: inVain,
  darwin: inVain,
  home: inVain,
});
