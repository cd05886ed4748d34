/** `nivose add user`. */

import { userAdded } from "../../../scaffold/regrow/changes/users.ts";
import { regrow } from "../../../scaffold/regrow/regrow.ts";
import { drawnFleet } from "../../../scaffold/site/site.ts";
import { addUser } from "../../../scaffold/site/user.ts";
import type { Context } from "../../context.ts";
import type { ExitCode } from "../../exit-codes.ts";
import { grow, type PlaceFlags } from "../../grow/grow.ts";
import { regrowContext } from "../../grow/regrow-context.ts";

interface UserFlags extends PlaceFlags {
  readonly fullName?: string;
  readonly email?: string;
  readonly sshKey?: readonly string[];
  readonly on?: readonly string[];
  readonly admin: boolean;
}

export function run(context: Context, flags: UserFlags, [name = ""]: readonly string[]): Promise<ExitCode> {
  const { fullName, email, sshKey, on = [], admin } = flags;
  const user = {
    name,
    ...(fullName === undefined ? {} : { fullName }),
    ...(email === undefined ? {} : { email }),
    ...(sshKey === undefined ? {} : { sshKeys: sshKey }),
    ...(admin ? { admin } : {}),
  };
  return grow(context, flags, (site, { root }) => {
    const { repository } = site;
    const own = drawnFleet(site);
    return own === undefined
      ? addUser({ repository }, { user, on, isAdmin: admin })
      : regrow(own, repository, userAdded(user, on), regrowContext(root, context));
  });
}
