/** Who uses a host, and the programs that are there for them, as text. */

import type { Account, Home, HostDetails } from "../details.ts";

/** A line for each account, and one for what Home Manager does for it. */
export function homeLines({ accounts = [], homes = [] }: HostDetails): string[] {
  const names = new Set([...accounts.map(({ name }) => name), ...homes.map(({ name }) => name)]);
  return [...names].flatMap((name) => {
    const account = accounts.find((each) => each.name === name);
    const home = homes.find((each) => each.name === name);
    return [...(account === undefined ? [] : [accountText(account)]), ...(home === undefined ? [] : [homeText(home)])];
  });
}

function accountText({ name, groups, shell, keys, packages }: Account): string {
  const others = groups.filter((group) => group !== "users");
  return [
    others.length === 0 ? name : `${name} in ${others.join(" ")}`,
    ...(shell === null ? [] : [shell]),
    ...(keys === 0 ? [] : [counted(keys, "key")]),
    ...(packages.length === 0 ? [] : [counted(packages.length, "package")]),
  ].join(", ");
}

function homeText({ name, stateVersion, packages, programs, services }: Home): string {
  const state = stateVersion === null ? "" : `, state ${stateVersion}`;
  const on = [...programs, ...services];
  return `home of ${name}${state}, ${counted(packages.length, "package")}${on.length === 0 ? "" : `: ${on.join(" ")}`}`;
}

export function programText({ programs = [] }: HostDetails): string[] {
  const own = programs.filter(({ isOwn }) => isOwn).map(({ name }) => name);
  return own.length === 0 ? [] : [own.join(" ")];
}

/** Those that files of the fleet name; of the others how many there are. */
export function packageText({ packages = [] }: HostDetails): string[] {
  const own = packages.filter(({ isOwn }) => isOwn).map(({ name }) => name);
  const count = packages.length - own.length;
  const others =
    count === 0 ? [] : [`${own.length === 0 ? "" : "and "}${counted(count, "package")} that modules bring`];
  return [...(own.length === 0 ? [] : [own.join(" ")]), ...others];
}

function counted(count: number, what: string): string {
  return `${count.toLocaleString("en")} ${what}${count === 1 ? "" : "s"}`;
}
