/** `nivose remove module NAME`, and the other parts. */

import { adders, type PartVerb } from "../../../scaffold/add/adders.ts";
import { withoutEnvrc } from "../../../scaffold/add/envrc.ts";
import { removePart } from "../../../scaffold/add/part.ts";
import { shellRemoved } from "../../../scaffold/regrow/changes/shells.ts";
import { withOwnShell } from "../../../scaffold/regrow/own-shell.ts";
import { regrow } from "../../../scaffold/regrow/regrow.ts";
import { templatesOf } from "../../../scaffold/template.ts";
import { grow, type PlaceFlags } from "../../grow/grow.ts";
import { regrowContext } from "../../grow/regrow-context.ts";
import { presetsFolder } from "../../init/presets-folder.ts";
import type { Run } from "../../verb.ts";
import { type PartFlags, requestOf } from "./request.ts";

interface RemoveFlags extends PlaceFlags, PartFlags {
  readonly changedToo: boolean;
}

export function runOf(kind: PartVerb): Run {
  return (context, flags: RemoveFlags, [name = ""]) =>
    grow(context, flags, async (site, { root }) => {
      const own = kind === "shell" ? withOwnShell(site, name) : undefined;
      const request = requestOf(name, flags, { cwd: context.cwd, root });
      const how = { evenIfChanged: flags.changedToo };
      const grown =
        own === undefined
          ? removePart(adders[kind], site, request, templatesOf(presetsFolder(), "shared"), how)
          : await regrow(own, site.repository, shellRemoved(name), regrowContext(root, context));
      return kind === "shell" ? withoutEnvrc(grown, site, name) : grown;
    });
}
