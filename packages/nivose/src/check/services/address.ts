/** Addresses that services listen on or talk to, and which of them are one. */

/**
 * `any`: all of both families; `any4` and `any6`: all of one. `each4` and `each6`: every address that an interface has, one by one,
 * as BIND does it, so that `127.0.0.53` stays free. `unknown` may be anything.
 */
export type Address =
  | { readonly kind: "any" | "any4" | "any6" | "each4" | "each6" | "unknown" }
  | { readonly kind: "single"; readonly family: 4 | 6; readonly address: string };

/** An address with its port, as it is written: `127.0.0.1:53`, `[::1]:53`, `:8080`, `*:80`, `53`. */
export interface Endpoint {
  /** Nothing if only a port is written. */
  readonly host: string | undefined;
  readonly port: number | undefined;
}

export function endpointOf(text: string): Endpoint | undefined {
  const bare = text
    .trim()
    .replace(/^[a-z+]+:\/\//u, "")
    .replace(/\/.*$/u, "");
  if (/^\d+$/u.test(bare)) return { host: undefined, port: Number(bare) };
  const bracketed = /^\[([^\]]*)\](?::(\d+))?$/u.exec(bare);
  if (bracketed !== null) return { host: bracketed[1]!, port: portOf(bracketed[2]) };
  const [host, port, ...more] = bare.split(":");
  // an address of IPv6 without brackets has no port
  if (more.length > 0) return { host: bare, port: undefined };
  if (port !== undefined && !/^\d+$/u.test(port)) return undefined;
  return { host: host === "" ? undefined : host, port: portOf(port) };
}

function portOf(digits: string | undefined): number | undefined {
  return digits === undefined ? undefined : Number(digits);
}

/** A name is not looked up, so that of most names nothing is known. */
export function addressOf(host: string | undefined): Address {
  const text = (host ?? "").replace(/^\[|\]$/gu, "").replace(/%.*$/u, "");
  if (["", "*", "any"].includes(text)) return { kind: "any" };
  if (text === "0.0.0.0") return { kind: "any4" };
  if (/^[:0]+$/u.test(text) && text.includes(":")) return { kind: "any6" };
  if (text === "localhost") return { kind: "single", family: 4, address: "127.0.0.1" };
  if (/^\d+\.\d+\.\d+\.\d+$/u.test(text)) return { kind: "single", family: 4, address: text };
  if (/^[0-9a-f:.]+$/iu.test(text) && text.includes(":"))
    return { kind: "single", family: 6, address: shortened(text.toLowerCase()) };
  return { kind: "unknown" };
}

/** `0:0::1` is `::1`. */
function shortened(address: string): string {
  const [left = "", right] = address.split("::");
  const groups = (part: string): string[] =>
    part === "" ? [] : part.split(":").map((group) => group.replace(/^0+(?=.)/u, ""));
  const known = [...groups(left), ...groups(right ?? "")];
  const all =
    right === undefined ? known : groups(left).concat(Array<string>(8 - known.length).fill("0"), groups(right));
  return all.join(":");
}

/** Whether listening on both at once with one port is refused. `::` may leave the other family alone, which is `perhaps`. */
export function clash(a: Address, b: Address): "surely" | "perhaps" | false {
  if (a.kind === "unknown" || b.kind === "unknown") return false;
  if (a.kind === "single" && b.kind === "single")
    return a.family === b.family && a.address === b.address ? "surely" : false;
  const isOfBoth = familiesOf(a).some((family) => familiesOf(b).includes(family));
  if (!isOfBoth) return (a.kind === "any6" || b.kind === "any6") && !isEach(a) && !isEach(b) ? "perhaps" : false;
  // of the addresses of the machine itself, no interface has one
  const isApart = (each: Address, other: Address): boolean =>
    isEach(each) && isLoopback(other) && !isFirstLoopback(other);
  return isApart(a, b) || isApart(b, a) ? false : "surely";
}

function isEach({ kind }: Address): boolean {
  return kind === "each4" || kind === "each6";
}

function familiesOf(address: Address): readonly (4 | 6)[] {
  if (address.kind === "single") return [address.family];
  if (address.kind === "any") return [4, 6];
  return address.kind === "any4" || address.kind === "each4" ? [4] : [6];
}

/** Whether only this machine can reach it. */
export function isLoopback(address: Address): boolean {
  return address.kind === "single" && (address.address.startsWith("127.") || isFirstLoopback(address));
}

function isFirstLoopback(address: Address): boolean {
  return address.kind === "single" && ["127.0.0.1", LOOPBACK6].includes(address.address);
}

const LOOPBACK6 = "0:0:0:0:0:0:0:1";

/** Whether what is sent to one arrives at who listens on the other, if `own` are the addresses of their machine. */
export function reaches(target: Address, listening: Address): boolean {
  if (target.kind === "unknown" || listening.kind === "unknown") return true;
  if (target.kind !== "single") return true;
  if (listening.kind === "single") return target.address === listening.address && target.family === listening.family;
  // whoever listens on `::` answers both families, as a rule
  return listening.kind === "any6" || familiesOf(listening).includes(target.family);
}

/** For people. */
export function tellAddress(address: Address, host: string | undefined): string {
  if (address.kind === "any" || address.kind === "each4" || address.kind === "each6") return "all addresses";
  return host ?? "all addresses";
}
