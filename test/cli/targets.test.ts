import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import type { Call } from "../../src/workbench/cli/arguments";
import { targetsOf } from "../../src/workbench/cli/targets";

describe("where the results go", () => {
  let folder = "";
  const at = (name: string) => path.join(folder, name);
  const call = (more: Partial<Call>): Call => ({
    input: at("in.xlsx"),
    output: at("out.xlsx"),
    json: null,
    period: null,
    asOf: null,
    formula: null,
    formulas: null,
    freeze: false,
    locale: "zh-CN",
    force: false,
    ...more,
  });

  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), "ronghe-"));
    writeFileSync(at("in.xlsx"), "");
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it("is beside the current folder's other files unless said otherwise", () => {
    expect(targetsOf(call({ output: null }))).toMatchObject({ targets: { output: "in.assessed.xlsx", json: null } });
    expect(targetsOf(call({ input: at("a.b.xlsm"), output: null }))).toMatchObject({
      targets: { output: "a.b.assessed.xlsm" },
    });
  });

  it("is never the input, not even by another path or with --force", () => {
    symlinkSync(at("in.xlsx"), at("link.xlsx"));
    for (const output of [at("in.xlsx"), at("./x/../in.xlsx"), at("link.xlsx")]) {
      expect(targetsOf(call({ output, force: true }))).toMatchObject({ kind: "wrong", why: "outputIsInput" });
    }
    expect(targetsOf(call({ json: at("in.xlsx"), force: true }))).toMatchObject({ why: "outputIsInput" });
  });

  it("overwrites a file only with --force, and never a folder", () => {
    writeFileSync(at("out.xlsx"), "");
    expect(targetsOf(call({}))).toMatchObject({ kind: "wrong", why: "outputExists" });
    expect(targetsOf(call({ force: true }))).toMatchObject({ kind: "targets" });
    mkdirSync(at("folder.xlsx"));
    expect(targetsOf(call({ output: at("folder.xlsx"), force: true }))).toMatchObject({ why: "cannotWrite" });
  });

  it("has the extension that goes with the input, for Excel opens no workbook misnamed", () => {
    for (const output of ["out.xls", "out.pdf", "out", "out.xlsm"])
      expect(targetsOf(call({ output: at(output) }))).toMatchObject({ why: "outputKind", reason: ".xlsx" });
    expect(targetsOf(call({ output: at("OUT.XLSX") }))).toMatchObject({ kind: "targets" });
    expect(targetsOf(call({ input: at("in.xlsm"), output: at("out.xlsx") }))).toMatchObject({ reason: ".xlsm" });
    expect(targetsOf(call({ input: at("in.xlsm"), output: at("out.xlsm") }))).toMatchObject({ kind: "targets" });
  });

  it("needs a folder that exists, and a file of its own for the data", () => {
    expect(targetsOf(call({ output: at("no/out.xlsx") }))).toMatchObject({ why: "folderNotFound", path: at("no") });
    expect(targetsOf(call({ json: at("out.xlsx") }))).toMatchObject({ why: "outputTwice" });
    expect(targetsOf(call({ json: "-" }))).toMatchObject({ kind: "targets", targets: { json: null } });
  });
});
