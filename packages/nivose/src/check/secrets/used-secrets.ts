/** The secrets that hosts use, with where the fleet says so and the file that they are in. */

import type { Place } from "../finding.ts";
import type { EvaluatedFleet, EvaluatedHost } from "../hosts/evaluated-fleet.ts";
import { type SecretsUser, secretsFact, type UsedSecret } from "../hosts/facts/secrets.ts";
import { hostPlace } from "../hosts/host-place.ts";
import { definedAt } from "../hosts/defined.ts";

export interface HostSecret {
  readonly host: EvaluatedHost;
  readonly user: SecretsUser;
  readonly secret: UsedSecret;
  /** In the repository. */
  readonly file: string;
  readonly at: Place;
}

/** Those whose file is in the repository. */
export function* usedSecrets(fleet: EvaluatedFleet): Iterable<HostSecret> {
  for (const host of fleet.hosts)
    for (const user of host.fact(secretsFact)?.users ?? [])
      for (const secret of user.secrets) {
        const { name, isOwn } = secret.file === null ? { name: "", isOwn: false } : host.local(secret.file);
        if (isOwn && name !== "") yield { host, user, secret, file: name, at: placeOf(secret, user, host, fleet) };
      }
}

function placeOf(
  { positions, tool, name }: UsedSecret,
  { home }: SecretsUser,
  host: EvaluatedHost,
  fleet: EvaluatedFleet,
): Place {
  for (const { file, line, column } of positions) {
    const local = host.local(file);
    const source = local.isOwn ? fleet.repository.files.get(local.name) : undefined;
    if (source === undefined || line > source.positions.lineCount) continue;
    const start = source.positions.lineRange(line).start + column - 1;
    return source.at({ start, end: pathEnd(source.bytes, start) });
  }
  const prefix = home === null ? [] : ["home-manager", "users", home];
  const [place] = definedAt([...prefix, tool, "secrets", name], host, fleet.repository);
  return place ?? hostPlace(host, fleet);
}

/** The end of an attribute path. */
function pathEnd(bytes: Uint8Array, start: number): number {
  const path = /^(?:[\w'-]+|"[^"]*")(?:\.(?:[\w'-]+|"[^"]*"))*/u.exec(
    Buffer.from(bytes.subarray(start, start + 200)).toString("latin1"),
  );
  return start + (path?.[0].length ?? 1);
}
