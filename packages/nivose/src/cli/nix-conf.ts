/**
 * The settings in Nix's files of configuration, read as Nix reads them: `nix.conf` of the system, those of the user, and
 * the variable `NIX_CONFIG`, each of which takes precedence over the ones before.
 */

import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { Message } from "@nivose/nix/message";
import { evaluationMessages } from "../report/evaluation-messages.ts";
import type { Context } from "./context.ts";

export interface ConfiguredSetting {
  readonly name: string;
  readonly value: string;
  /** The file, or `NIX_CONFIG`. */
  readonly origin: string;
}

/** All of them, in the order in which they are set, or what makes no sense in them. */
export function readConfiguration({ environment }: Pick<Context, "environment">): ConfiguredSetting[] | Message {
  const settings: ConfiguredSetting[] = [];
  for (const file of configurationFiles(environment)) {
    const text = textOf(file);
    const problem = text === undefined ? undefined : parseConfiguration(text, file, settings);
    if (problem !== undefined) return problem;
  }
  const { NIX_CONFIG, NIX_PATH } = environment;
  const problem = NIX_CONFIG === undefined ? undefined : parseConfiguration(NIX_CONFIG, "NIX_CONFIG", settings);
  if (problem !== undefined) return problem;
  // the variable takes precedence
  return NIX_PATH === undefined ? settings : settings.filter(({ name }) => !/^(?:extra-)?nix-path$/u.test(name));
}

function configurationFiles(environment: Context["environment"]): string[] {
  const { NIX_CONF_DIR, NIX_USER_CONF_FILES, NIX_CONFIG_HOME, XDG_CONFIG_HOME, XDG_CONFIG_DIRS, HOME } = environment;
  const system = path.join(NIX_CONF_DIR || "/etc/nix", "nix.conf");
  if (NIX_USER_CONF_FILES !== undefined) return [system, ...parts(NIX_USER_CONF_FILES).toReversed()];
  const xdg = XDG_CONFIG_HOME ?? (HOME === undefined ? undefined : path.join(HOME, ".config"));
  const own = NIX_CONFIG_HOME ?? (xdg === undefined ? undefined : path.join(xdg, "nix"));
  const shared = parts(XDG_CONFIG_DIRS ?? "/etc/xdg").map((folder) => path.join(folder, "nix"));
  const folders = [...(own === undefined ? [] : [own]), ...shared];
  return [system, ...folders.toReversed().map((folder) => path.join(folder, "nix.conf"))];
}

/** Adds the settings of a text, and of what it includes. */
export function parseConfiguration(
  text: string,
  origin: string,
  into: ConfiguredSetting[],
  depth = 0,
): Message | undefined {
  for (const line of text.split("\n")) {
    const words = line
      .replace(/#.*$/su, "")
      .split(/[ \t\r]+/u)
      .filter((word) => word !== "");
    const [name, sign, ...values] = words;
    if (name === undefined) continue;
    if (name === "include" || name === "!include") {
      if (words.length !== 2 || depth === MOST_INCLUDES) return evaluationMessages["nix-conf-line"](line, origin);
      const problem = include(path.resolve(path.dirname(path.resolve("/", origin)), sign!), name, origin, into, depth);
      if (problem !== undefined) return problem;
    } else if (sign === "=") into.push({ name, value: values.join(" "), origin });
    else return evaluationMessages["nix-conf-line"](line, origin);
  }
  return undefined;
}

/** A file that includes itself has no end. */
const MOST_INCLUDES = 100;

function include(
  file: string,
  how: string,
  origin: string,
  into: ConfiguredSetting[],
  depth: number,
): Message | undefined {
  if (!existsSync(file)) return how === "include" ? evaluationMessages["nix-conf-include"](file, origin) : undefined;
  const text = textOf(file);
  return text === undefined ? undefined : parseConfiguration(text, file, into, depth + 1);
}

/** Nothing of a file that cannot be read, as in Nix. */
function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

function parts(list: string): string[] {
  return list.split(":").filter((part) => part !== "");
}
