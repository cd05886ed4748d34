/** What a service keeps, and the backup of its host that would save it. */

import { backupsFact } from "../../../check/hosts/facts/backups.ts";
import { backedUp, isWithin } from "../../../check/services/backed-up.ts";
import type { Dump } from "../../../services/operation.ts";
import { type Settings, settingsAt, valueAt, withSettings } from "../../../services/settings.ts";
import type { Draft } from "./draft.ts";
import { textOnHost } from "./on-host.ts";
import type { Surroundings } from "./surroundings.ts";

export interface KeptState {
  /** What makes copies that can be saved. */
  readonly dumps: Settings;
  readonly folders: readonly Folder[];
}

export interface Folder {
  readonly path: string;
  /** Where it is said, if it is. */
  readonly said?: SaidFolder;
}

/** The option that says it, from the root, and what stands before and behind its value in the path. */
export interface SaidFolder {
  readonly option: readonly string[];
  readonly before: string;
  readonly after: string;
}

export function stateOf(draft: Draft, { host }: Pick<Surroundings, "host">): KeptState {
  const { service, path: own } = draft;
  const kept = (service.state ?? []).filter(({ isDisposable }) => isDisposable !== true);
  const saidBy = (option: readonly string[], below = ""): Folder | undefined => {
    const text = textOnHost(option, host) ?? textIn(option, draft);
    if (text === undefined || (!text.startsWith("/") && below === "")) return undefined;
    const before = text.startsWith("/") ? "" : `${below}/`;
    return { path: before + text, said: { option, before, after: "" } };
  };
  return {
    dumps: kept.map(({ dump }) => dumpOf(dump, draft)).reduce(withSettings, {}),
    folders: kept.map(({ path, option, below, dump }) => {
      const said = option === undefined ? undefined : saidBy([...own, ...option.split(".")], below);
      const folder = said ?? { path: path.replaceAll("*", service.instance ?? "main") };
      if (dump === undefined) return folder;
      // one that lies in the folder of the service moves with it
      const usual = isWithin(dump.path, path) ? behind(folder, dump.path.slice(path.length)) : { path: dump.path };
      return (dump.option === undefined ? undefined : saidBy(dump.option.split("."))) ?? usual;
    }),
  };
}

export function pathsOf(draft: Draft, around: Pick<Surroundings, "host">): readonly string[] {
  return stateOf(draft, around).folders.map(({ path }) => path);
}

function behind({ path, said }: Folder, more: string): Folder {
  return { path: path + more, ...(said === undefined ? {} : { said: { ...said, after: said.after + more } }) };
}

/** What the user has said of the dump's folder counts. */
function dumpOf(dump: Dump | undefined, { path, said }: Draft): Settings {
  const option = dump?.option?.split(".");
  const set = dump?.set ?? {};
  const folder = option === undefined ? undefined : valueAt(option, settingsAt(path, said));
  return folder === undefined || valueAt(option!, set) === undefined
    ? set
    : withSettings(set, settingsAt(option!, folder));
}

/** What is to be written. */
function textIn(option: readonly string[], { path, own, answers }: Draft): string | undefined {
  const said = valueAt(option, settingsAt(path, own));
  const value =
    typeof said === "object" && said !== null && "$answer" in said ? answers.get(String(said.$answer)) : said;
  return typeof value === "string" ? value : undefined;
}

/** The job of the host that would save it, and the paths that it does not have yet. */
export function backupOf(
  draft: Draft,
  around: Surroundings,
): { readonly option: readonly string[]; readonly paths: readonly string[] } | undefined {
  const backups = around.host.fact(backupsFact);
  const [job] = backups?.jobs ?? [];
  if (backups === undefined || job === undefined) return undefined;
  const paths = pathsOf(draft, around).filter((path) => backedUp(path, backups) === "missed");
  return paths.length === 0 ? undefined : { option: job.option, paths };
}
