/** What is declared of the options that the fleet defines, beside what their records have. */

import { type Fact, fact } from "../fact.ts";

export interface OptionTraits {
  readonly path: readonly string[];
  /** Whether manuals leave it out, as they do names that something has no longer. */
  readonly isHidden: boolean;
  /** On paper, what is said of the old name when it is defined. */
  readonly notice: string | null;
  /** Whether its default is a value that depends on nothing. */
  readonly hasPlainDefault: boolean;
}

const nix = `
let
  # on paper, what is declared by data says whether its default is computed, and so do the fleet's own options
  isPaper = or' false (options._module.args.value ? definedOptions);
  isOwn = file: builtins.substring 0 (stringLength inspection.source) file == inspection.source;
  isTold = option: ! isPaper || option ? declared || builtins.any (file: isOwn (text file)) option.declarations;
  traits = { path, ... }:
    let
      calls = inspection.calls "evalOptionValue" path;
      option = elemAt (head calls).arguments 1;
    in
    if calls == [ ] then [ ]
    else [ {
      inherit path;
      isHidden = or' false (option.visible or true == false);
      notice = or' null (let it = option.notice or (_: { }) [ ]; in it.warning or null);
      hasPlainDefault = or' false (option ? default && ! option ? defaultText && ! option ? computed && isTold option);
    } ];
in
concatMap traits (or' [ ] tried.options.value)
`;

export const optionTraits: Fact<readonly OptionTraits[]> = fact("optionTraits", { nixos: nix, darwin: nix, home: nix });
