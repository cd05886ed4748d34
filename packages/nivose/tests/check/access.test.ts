/** Who gets into a machine by what its configuration says: known, or known not to, or not known. */
import { describe, expect, test } from "vitest";
import { canBecomeRoot, canLogIn, isPortOpen } from "../../src/check/access/ways-in.ts";
import type { AccessFact, UserAccess } from "../../src/check/hosts/facts/access.ts";
import type { NetworkFact } from "../../src/check/hosts/facts/network.ts";

const user = (name: string, more: Partial<UserAccess> = {}): UserAccess => ({
  name,
  keys: ["ssh-ed25519 AAAA"],
  keyFiles: 0,
  hasPassword: false,
  isWheel: true,
  ...more,
});

function access(ssh: Partial<AccessFact["ssh"]> = {}, more: Partial<AccessFact> = {}): AccessFact {
  return {
    ssh: {
      isOn: true,
      ports: [22],
      opensFirewall: true,
      permitRoot: "prohibit-password",
      hasPasswords: false,
      allowUsers: null,
      isOpenEnded: false,
      readsHomes: false,
      ...ssh,
    },
    otherWays: [],
    users: [user("root", { keys: [], isWheel: false }), user("ada")],
    mutableUsers: false,
    root: { programs: ["sudo"], needsPassword: false, hasRules: false, hasOtherProof: false },
    isContainer: false,
    ...more,
  };
}

describe("logging in", () => {
  test.each<[string, string, AccessFact, boolean | undefined]>([
    ["with a key", "ada", access(), true],
    ["without a key", "root", access(), false],
    ["without a key that may be at home", "root", access({ readsHomes: true }), undefined],
    ["as root, who may not", "root", access({ permitRoot: "no" }), false],
    ["as somebody who is left out", "ada", access({ allowUsers: ["root"] }), false],
    ["as somebody who fits a pattern", "ada", access({ allowUsers: ["a*"] }), true],
    ["as somebody who is not there", "sol", access(), false],
    ["as somebody who may have been made by hand", "sol", access({}, { mutableUsers: true }), undefined],
    ["where certificates may count", "root", access({ isOpenEnded: true }), undefined],
    ["where nothing is known of users", "ada", access({}, { users: null }), undefined],
  ])("%s", (_how, name, machine, expected) => {
    expect(canLogIn(name, machine)).toBe(expected);
  });
});

describe("becoming root", () => {
  const root = (more: Partial<AccessFact["root"]>): Partial<AccessFact> => ({ root: { ...access().root, ...more } });
  test.each<[string, AccessFact, boolean | undefined]>([
    ["by sudo without a password", access(), true],
    ["by sudo with a password that nobody has", access({}, root({ needsPassword: true })), false],
    ["by sudo with another proof", access({}, root({ needsPassword: true, hasOtherProof: true })), true],
    [
      "by sudo with a password that may be set",
      access({}, { ...root({ needsPassword: true }), mutableUsers: true }),
      undefined,
    ],
    ["by rules that nobody has read", access({}, root({ programs: [], hasRules: true })), undefined],
    ["without any program", access({}, root({ programs: [] })), false],
    ["without anybody in wheel", access({}, { users: [user("ada", { isWheel: false })] }), false],
    ["as root", access({}, { ...root({ programs: [] }), users: [user("root")] }), true],
  ])("%s", (_how, machine, expected) => {
    expect(canBecomeRoot(machine)).toBe(expected);
  });
});

describe("a port", () => {
  const opened = { tcp: [], udp: [], tcpRanges: [], udpRanges: [] };
  const network = (more: object): NetworkFact =>
    ({
      firewall: { isOn: true, interfaces: {}, trusted: ["lo"], rules: "\n", ...opened, ...more },
    }) as unknown as NetworkFact;
  const closed = access({ opensFirewall: false });
  test.each<[string, AccessFact, NetworkFact, boolean | undefined]>([
    ["that SSH opens itself", access(), network({}), true],
    ["that nothing opens", closed, network({}), false],
    ["that is opened for UDP alone", closed, network({ udp: [22] }), false],
    ["within a range", closed, network({ tcpRanges: ["20-30"] }), true],
    ["on one interface", closed, network({ interfaces: { wg0: { ...opened, tcp: [22] } } }), true],
    ["on an interface that is trusted", closed, network({ trusted: ["lo", "wg0"] }), true],
    ["beside rules that nobody has read", closed, network({ rules: "accept" }), undefined],
    ["without a firewall", closed, network({ isOn: false }), true],
  ])("%s", (_which, machine, its, expected) => {
    expect(isPortOpen(22, machine, its)).toBe(expected);
  });
});
