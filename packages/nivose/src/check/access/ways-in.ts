/** Whether a machine lets somebody in over SSH, and lets somebody become root. What is not known is `undefined`. */

import { portsOf } from "../../fleet/ports.ts";
import type { AccessFact, UserAccess } from "../hosts/facts/access.ts";
import type { FirewallFact, NetworkFact } from "../hosts/facts/network.ts";

/** Whether there is a way in over the network at all. */
export function hasSsh({ ssh, otherWays }: AccessFact): boolean | undefined {
  if (otherWays.length > 0) return true;
  return ssh.isOn ?? undefined;
}

/** Whether the firewall lets a connection to a port through, on any interface. */
export function isPortOpen(port: number, { ssh }: AccessFact, { firewall }: NetworkFact): boolean | undefined {
  if (firewall === null || ssh.opensFirewall === null || ssh.ports === null) return undefined;
  if (!firewall.isOn || firewall.trusted.some((name) => name !== "lo")) return true;
  if (ssh.opensFirewall && ssh.ports.includes(port)) return true;
  if (saysMore(firewall)) return undefined;
  return portsOf([port], firewall).some(({ open, interfaces }) => open.includes("tcp") || interfaces.length > 0);
}

/** Rules that are written as text may open anything. */
function saysMore({ rules }: FirewallFact): boolean {
  return rules.trim() !== "";
}

/** Whether somebody can log in by SSH under a name. */
export function canLogIn(name: string, access: AccessFact): boolean | undefined {
  const { ssh, users, mutableUsers } = access;
  if (users === null) return undefined;
  if (name === "root" && ssh.permitRoot === "no") return ssh.isOpenEnded ? undefined : false;
  if (ssh.allowUsers !== null && !ssh.allowUsers.some((each) => isNamed(each, name))) return false;
  const user = users.find((each) => each.name === name);
  // users without a key and without a home are not all listed
  if (user === undefined) return mutableUsers === false && !ssh.isOpenEnded ? false : undefined;
  if (hasKey(user)) return true;
  if (ssh.isOpenEnded || ssh.readsHomes) return undefined;
  if (ssh.hasPasswords === false || (name === "root" && ssh.permitRoot !== "yes")) return false;
  if (user.hasPassword) return true;
  return mutableUsers === false && ssh.hasPasswords === true ? false : undefined;
}

export function hasKey({ keys, keyFiles }: UserAccess): boolean {
  return keys.length > 0 || keyFiles > 0;
}

/** Whether anybody can become root over SSH: at once, or by sudo and the like. */
export function canBecomeRoot(access: AccessFact): boolean | undefined {
  const { users, root } = access;
  if (users === null) return undefined;
  const direct = canLogIn("root", access);
  if (direct === true || root.hasRules !== false) return direct === true ? true : undefined;
  const wheel = root.programs.length === 0 ? [] : users.filter(({ name, isWheel }) => isWheel && name !== "root");
  const paths = new Set(wheel.map((user) => and(canLogIn(user.name, access), proves(user, access))));
  if (paths.has(true)) return true;
  return direct === undefined || paths.has(undefined) ? undefined : false;
}

/** Whether a user has what sudo asks for. */
function proves({ hasPassword }: UserAccess, { root, mutableUsers }: AccessFact): boolean | undefined {
  if (root.needsPassword === false || root.hasOtherProof || hasPassword) return true;
  return root.needsPassword === true && mutableUsers === false ? false : undefined;
}

function and(a: boolean | undefined, b: boolean | undefined): boolean | undefined {
  if (a === false || b === false) return false;
  return a === true && b === true ? true : undefined;
}

function isNamed(pattern: string, name: string): boolean {
  return pattern.split("@", 1)[0] === name || /[*?]/u.test(pattern);
}
