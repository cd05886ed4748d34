/** Whether a part that was added is there when it is evaluated. */

import type { Copy, Told } from "./copy.ts";
import type { Host } from "./fleet.ts";
import { attributesOf, type Way } from "./ways.ts";

export function filesOf(added: Told): readonly { path: string; change: string }[] {
  return (JSON.parse(added.stdout || "{}") as { files?: { path: string; change: string }[] }).files ?? [];
}

/** Why nothing was added. */
export function refusalOf(told: Told): string {
  const { diagnostics = [] } = JSON.parse(told.stdout || "{}") as { diagnostics?: { code: string; text: string }[] };
  return (
    diagnostics.map(({ code, text }) => `${code}: ${text.split("\n")[0]!}`).join("; ") || told.stderr.split("\n")[0]!
  );
}

/** What it is, or why it is not there. Hosts are asked for elsewhere. */
export function presenceOf(
  copy: Copy,
  way: Way,
  created: readonly string[],
  hosts: readonly Host[],
  flags: readonly string[],
): string {
  if (way.kind === "flake") {
    const { status } = copy.nivose("flake", "metadata", "--json", `${copy.folder}/${way.name}`);
    return status === 0 ? "locked" : "no: not locked";
  }
  const host = way.on === undefined ? undefined : hosts.find(({ kind }) => kind === way.on);
  const flake = created[0] === undefined ? "" : copy.flakeOf(created[0]);
  const asked = attributesOf(way, optionIn(copy, created), flags.includes("--real"));
  if (asked.every(({ ofHost }) => ofHost) && host === undefined) return "no host to ask";
  let answer = "nothing to ask for";
  for (const { ofHost, attribute: pattern } of asked) {
    if (ofHost && host === undefined) continue;
    const attribute = pattern.replace("{user}", host?.users[0] ?? "");
    const reference = ofHost ? `./${host!.flake}#${host!.attribute}.${attribute}` : `./${flake}#${attribute}`;
    // what is not to be taken from paper is told by a flag only where paper is what is taken otherwise
    const { stdout, stderr, status } = copy.nivose("eval", ...flags.filter((flag) => flag !== "--real"), reference);
    if (status === 0) return `${ofHost ? host!.name : ""}#${attribute}: ${told(stdout)}`;
    answer = `no: ${told(stderr.split("\n").find((line) => /error|not supported/u.test(line)) ?? stderr)}`;
  }
  return answer;
}

/** The option by which a module is turned on, from its text. */
function optionIn(copy: Copy, created: readonly string[]): string | undefined {
  for (const file of created.filter((each) => each.endsWith(".nix"))) {
    const text = copy.read(file);
    const option = /options\.([\w.-]+)\.enable/u.exec(text)?.[1] ?? /config\.([\w.-]+)\.enable/u.exec(text)?.[1];
    if (option !== undefined) return option;
  }
  return undefined;
}

function told(text: string): string {
  return text.trim().replaceAll("|", "\\|").slice(0, 140);
}
