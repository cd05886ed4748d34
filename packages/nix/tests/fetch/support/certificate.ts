/** A certificate for the loopback, signed by an authority that is made for the test alone. */

import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";

export interface Certificate {
  readonly key: Buffer;
  readonly cert: Buffer;
  /** A file with that of the authority, which is to be trusted. */
  readonly authority: string;
}

export function makeCertificate(folder: string): Certificate {
  const openssl = (...args: string[]): void => void execFileSync("openssl", args, { cwd: folder, stdio: "ignore" });
  const fresh = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"];
  openssl("req", "-x509", ...fresh, "-subj", "/CN=test authority", "-keyout", "ca.key", "-out", "ca.pem");
  openssl("req", ...fresh.slice(0, 5), "-subj", "/CN=localhost", "-keyout", "host.key", "-out", "host.csr");
  writeFileSync(path.join(folder, "names"), "subjectAltName=DNS:localhost,IP:127.0.0.1\n");
  const sign = ["x509", "-req", "-in", "host.csr", "-CA", "ca.pem", "-CAkey", "ca.key", "-CAcreateserial"];
  openssl(...sign, "-days", "2", "-extfile", "names", "-out", "host.pem");
  const read = (name: string): Buffer => readFileSync(path.join(folder, name));
  return { key: read("host.key"), cert: read("host.pem"), authority: path.join(folder, "ca.pem") };
}
