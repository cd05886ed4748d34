/** `nivose add host`. */

import type { Message } from "@nivose/nix/message";
import path from "node:path";
import { addOwnHost } from "../../../scaffold/regrow/add-host.ts";
import { comeLater } from "../../../scaffold/service/along-with-host.ts";
import { assumedNotes } from "../../../scaffold/service/assumed.ts";
import { addHost } from "../../../scaffold/site/host.ts";
import type { GivenFile, HostRequest } from "../../../scaffold/site/host-request.ts";
import { drawnFleet } from "../../../scaffold/site/site.ts";
import type { HostKind, HostSpec } from "../../../scaffold/spec/fleet-spec.ts";
import { type Templates, templatesOf } from "../../../scaffold/template.ts";
import type { Context } from "../../context.ts";
import type { ExitCode } from "../../exit-codes.ts";
import { grow, type PlaceFlags } from "../../grow/grow.ts";
import { regrowContext } from "../../grow/regrow-context.ts";
import { presetsFolder } from "../../init/presets-folder.ts";
import { refuseAs } from "../../refuse.ts";
import { readSource } from "../../sources.ts";

interface HostFlags extends PlaceFlags {
  readonly kind?: string;
  readonly system?: string;
  readonly hardware?: string;
  readonly disk?: string;
  readonly role?: readonly string[];
  readonly profile?: readonly string[];
  readonly service?: readonly string[];
  readonly user?: readonly string[];
  readonly address?: string;
  readonly description?: string;
  readonly tag?: readonly string[];
  readonly wave?: string;
  readonly dependsOn?: readonly string[];
  readonly stateVersion?: string;
  readonly age?: string;
  readonly like?: string;
  readonly hardwareConfig?: string;
  readonly facter?: string;
}

export async function run(context: Context, flags: HostFlags, [name = ""]: readonly string[]): Promise<ExitCode> {
  const request = requestOf(name, flags, context);
  if ("code" in request) return refuseAs(flags, { written: false, files: [], notes: [], next: [] }, request, context);
  return grow(context, flags, async (site, { root }) => {
    const { repository } = site;
    const own = drawnFleet(site);
    if (own === undefined) return addHost({ repository }, request, machineTemplates());
    const { services = [] } = request.host;
    const later = comeLater(name, services, { own, repository });
    if (later.length > 0) return { ok: false, problems: later };
    const grown = await addOwnHost(own, repository, request, regrowContext(root, context));
    if (!grown.ok || grown.growth.files.size === 0) return grown;
    const notes = services.flatMap((each) => assumedNotes(each, [], repository));
    return { ok: true, growth: { ...grown.growth, notes: [...grown.growth.notes, ...notes] } };
  });
}

/** Disks and hardware are the same in all presets. */
function machineTemplates(): Templates {
  return templatesOf(presetsFolder(), "homelab");
}

function requestOf(name: string, flags: HostFlags, context: Context): HostRequest | Message {
  const given: Partial<Record<"hardwareConfig" | "facter", GivenFile>> = {};
  for (const flag of ["hardwareConfig", "facter"] as const) {
    const file = flags[flag];
    if (file === undefined) continue;
    const bytes = readSource({ path: path.resolve(context.cwd, file), name: file });
    if ("code" in bytes) return bytes;
    given[flag] = { name: file, bytes };
  }
  const { like } = flags;
  return { host: hostOf(name, flags), ...(like === undefined ? {} : { like }), ...given };
}

function hostOf(name: string, flags: HostFlags): HostSpec {
  const { kind, wave } = flags;
  const said = {
    kind: kind as HostKind | undefined,
    system: flags.system,
    description: flags.description,
    hardware: flags.hardware,
    disk: flags.disk,
    roles: flags.role,
    profiles: flags.profile,
    users: flags.user,
    services: flags.service,
    address: flags.address,
    tags: flags.tag,
    // what is no number is told of as none
    wave: wave === undefined ? undefined : /^\d+$/u.test(wave) ? Number(wave) : (wave as unknown as number),
    dependsOn: flags.dependsOn,
    stateVersion: flags.stateVersion,
    age: flags.age,
  };
  return { name, ...Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined)) };
}
