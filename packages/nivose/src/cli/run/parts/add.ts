/** `nivose add module NAME`, and the other parts. */

import { adders, type PartVerb } from "../../../scaffold/add/adders.ts";
import { addPart } from "../../../scaffold/add/part.ts";
import { templatesOf } from "../../../scaffold/template.ts";
import { grow, type PlaceFlags } from "../../grow/grow.ts";
import { presetsFolder } from "../../init/presets-folder.ts";
import type { Run } from "../../verb.ts";
import { type PartFlags, requestOf } from "./request.ts";

export function runOf(kind: PartVerb): Run {
  return (context, flags: PlaceFlags & PartFlags, [name = ""]) =>
    grow(context, flags, (site, { root }) =>
      addPart(
        adders[kind],
        site,
        requestOf(name, flags, { cwd: context.cwd, root }),
        templatesOf(presetsFolder(), "shared"),
      ),
    );
}
