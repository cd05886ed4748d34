/** What is said of a service by `--set` and `--port`, before anything is evaluated. */

import { describe, expect, test } from "vitest";
import { argumentsIn } from "../../../src/scaffold/service/place/arguments.ts";
import { askedOf } from "../../../src/scaffold/service/wish.ts";
import { catalogue } from "../../../src/services/catalogue.ts";
import { withSettings } from "../../../src/services/settings.ts";

const saidOf = (settings: readonly string[], ports: readonly string[] = [], name = "grafana"): unknown => {
  const asked = askedOf({ name, host: "web", ports, settings, withNeeds: false }, catalogue[name]!, { flakes: [] });
  return "code" in asked ? `${asked.code}: ${asked.text}; ${asked.hint}` : asked.settings;
};

test("a text that names an argument takes none", () => {
  expect(argumentsIn(`x = "[ pkgs.y ]"; z = ''lib.a ''${"$"}{config.b}''; w = "\\${"$"}{pkgs.c}";`)).toEqual([]);
  expect(argumentsIn(`x = "${"$"}{config.b} pkgs.c"; y = lib.a;`)).toEqual(["config", "lib"]);
});

describe("what is said of a service", () => {
  test("is refused if it is a number that Nix files cannot have", () => {
    for (const number of ["99999999999999999999999", "[1e300]", '{"a": 1e-9}', "0.00000001"])
      expect(saidOf([`settings.x=${number}`])).toMatch(/^service-number: /u);
    expect(saidOf(["settings.a=-5", 'settings.b="99999999999999999999999"', "settings.c=0.5"])).toMatchObject({
      settings: { a: -5, b: "99999999999999999999999" },
    });
  });

  test("is refused if it is a secret in clear", () => {
    expect(saidOf(["settings.security.admin_password=hunter2"])).toBe(
      "service-secret-said: services.grafana.settings.security.admin_password is a secret, and would be written in clear; " +
        "say where it is instead: --set 'settings.security.admin_password=$__file{/run/secrets/NAME}'",
    );
    for (const setting of [
      'settings.security={"admin_password": "hunter2"}',
      "settings.smtp.password=1234",
      "settings.auth.client_secret=x",
    ])
      expect(saidOf([setting])).toMatch(/^service-secret-said: /u);
    expect(saidOf(["encryption.passCommand=echo hunter2"], [], "borgbackup")).toMatch(/^service-secret-said: /u);
    expect(saidOf(["settings.security.admin_password=$__file{/run/secrets/x}", "settings.a.token=true"])).toMatchObject(
      { settings: { a: { token: true } } },
    );
    expect(saidOf(["passwordFile=/run/secrets/x"], [], "paperless")).toEqual({ passwordFile: "/run/secrets/x" });
  });

  test("is refused if it says two things of the same", () => {
    expect(saidOf(["settings.x=1", "settings.x=2"])).toMatch(/^service-said-twice: '--set settings\.x' is said twice/u);
    for (const settings of [
      ["settings.x=1", "settings.x.y=2"],
      ['settings={"x": {"y": 1}}', "settings.x.y=2"],
      ['settings.x={"y": 1}', 'settings.x={"y": 1}'],
    ])
      expect(saidOf(settings)).toMatch(/^service-said-twice: /u);
    expect(saidOf(["settings.server.http_port=3005"], ["3001"])).toMatch(
      /^service-said-twice: '--port' and '--set settings\.server\.http_port' say two things/u,
    );
    expect(saidOf([], ["3001", "3002"])).toMatch(/^service-said-twice: '--port' is said twice/u);
    expect(saidOf(["settings.server.http_port=3001"], ["3001"])).toEqual({});
    expect(saidOf(['settings={"x": {"y": 1}}', "settings.x.z=2"])).toMatchObject({ settings: {} });
  });

  test("is refused if it turns the service off, is no option, or no port where there is one", () => {
    expect(saidOf(["enable=false"])).toMatch(/^service-off: /u);
    expect(saidOf(["enable=true"])).toEqual({ enable: true });
    for (const setting of ["settings..x=1", ".x=1", "settings.x.=1", "=1", "settings.${x}.c=1", "settings.b;c=1"])
      expect(saidOf([setting])).toMatch(/^service-setting: /u);
    for (const port of ["0", "65536", "abc", "-1", "3.5", '"80"'])
      expect(saidOf([`settings.server.http_port=${port}`])).toMatch(/^service-port-number: /u);
  });

  test("is taken whatever it is called", () => {
    const said = saidOf(["settings.__proto__.x=1", 'settings."a.b c".d=2', "settings.constructor=3"]) as object;
    const merged = withSettings({ settings: { x: 1 } }, said as never);
    expect(JSON.stringify(merged)).toBe('{"settings":{"x":1,"__proto__":{"x":1},"a.b c":{"d":2},"constructor":3}}');
    expect(catalogue["constructor"]).toBeUndefined();
    expect(catalogue["__proto__"]).toBeUndefined();
  });
});
