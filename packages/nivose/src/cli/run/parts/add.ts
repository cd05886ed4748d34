/** `nivose add module NAME`, and the other parts. */

import { adders, type PartVerb } from "../../../scaffold/add/adders.ts";
import { withEnvrc } from "../../../scaffold/add/envrc.ts";
import { addPart } from "../../../scaffold/add/part.ts";
import { shellAdded } from "../../../scaffold/regrow/changes/shells.ts";
import { withOwnShell } from "../../../scaffold/regrow/own-shell.ts";
import { regrow } from "../../../scaffold/regrow/regrow.ts";
import { templatesOf } from "../../../scaffold/template.ts";
import { grow, type PlaceFlags } from "../../grow/grow.ts";
import { regrowContext } from "../../grow/regrow-context.ts";
import { presetsFolder } from "../../init/presets-folder.ts";
import type { Run } from "../../verb.ts";
import { type PartFlags, requestOf } from "./request.ts";

export function runOf(kind: PartVerb): Run {
  return (context, flags: PlaceFlags & PartFlags, [name = ""]) =>
    grow(context, flags, async (site, { root }) => {
      const own = kind === "shell" ? withOwnShell(site, name) : undefined;
      const request = requestOf(name, flags, { cwd: context.cwd, root });
      const grown =
        own === undefined
          ? addPart(adders[kind], site, request, templatesOf(presetsFolder(), "shared"))
          : await regrow(own, site.repository, shellAdded(name), regrowContext(root, context));
      return kind === "shell" ? withEnvrc(grown, site, name, flags.envrc === true) : grown;
    });
}
