import { spawn } from "node:child_process";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { open } from "../../src/workbench/files/open";
import type { WorkbookDocument } from "../../src/workbench/files/document";
import type { Locale } from "../../src/workbench/cli/arguments";
import { assess, assessHere } from "../support/command";

// Each call opens a workbook and the whole add-in in a process of its own.
jest.setTimeout(300_000);

const sample = path.join(__dirname, "../../assets/sample-2021.xlsx");
const fixture = (name: string) => path.join(__dirname, "../fixtures", name);

let folder = "";
const at = (name: string) => path.join(folder, name);
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), "ronghe-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

function opened(file: string): WorkbookDocument {
  const result = open(readFileSync(file));
  if (result.kind === "failed") throw new Error(result.failure);
  return result.document;
}

const sheetNames = ({ snapshot }: WorkbookDocument) => snapshot.sheetOrder.map((id) => snapshot.sheets[id]?.name);

/** Contents of all cells, sheet by sheet. */
const contents = ({ snapshot }: WorkbookDocument) =>
  snapshot.sheetOrder.map((id) =>
    Object.entries(snapshot.sheets[id]?.cellData ?? {}).flatMap(([row, cells]) =>
      Object.entries(cells).flatMap(([column, cell]) => {
        const { f, v } = Object(cell);
        return v === undefined || v === null ? [] : [[row, column, f ?? null, v]];
      }),
    ),
  );

describe("the command on a workbook", () => {
  it("adds the assessment tabs, leaves the rest alone and prints the result", () => {
    copyFileSync(sample, at("in.xlsx"));
    const end = assess([at("in.xlsx"), "-o", at("out.xlsx"), "--json", at("result.json")]);
    expect({ ...end, stderr: "" }).toEqual({ code: 0, stdout: "", stderr: "" });
    expect(end.stderr).toContain("2021");
    expect(readdirSync(folder).sort()).toEqual(["in.xlsx", "out.xlsx", "result.json"]);
    expect(readFileSync(at("in.xlsx")).equals(readFileSync(sample))).toBe(true);
    const [before, after] = [opened(sample), opened(at("out.xlsx"))];
    const clerks = sheetNames(before);
    expect(sheetNames(after).slice(0, clerks.length)).toEqual(clerks);
    expect(sheetNames(after).slice(clerks.length)).toEqual(
      expect.arrayContaining(["融合总览", "指标得分", "口径说明"]),
    );
    expect(contents(after).slice(0, contents(before).length)).toEqual(contents(before));
    expect(after.settings).toEqual({});
    expect(JSON.parse(readFileSync(at("result.json"), "utf8"))).toMatchObject({ period: "2021", formula: "wang2021" });

    const again = assess([at("out.xlsx"), "-o", at("again.xlsx"), "--json", "-", "--locale", "en-US"]);
    expect(again.code).toBe(0);
    const strip = (result: { issues: { message: string }[] }) => ({
      ...result,
      issues: result.issues.length,
      branches: Object(result).branches.length,
    });
    expect(strip(JSON.parse(again.stdout))).toEqual(strip(JSON.parse(readFileSync(at("result.json"), "utf8"))));
    const second = opened(at("again.xlsx"));
    expect(sheetNames(second)).toEqual(sheetNames(after));
    const things = ({ sheets, names, customXml }: WorkbookDocument) => [
      Object.values(sheets).map(({ charts, conditionalFormats, hyperlinks, customProperties }) => [
        charts.map(({ name }) => name),
        conditionalFormats.length,
        hyperlinks.length,
        customProperties,
      ]),
      names.map(({ name }) => name),
      customXml.map(({ namespace }) => namespace),
    ];
    expect(things(second)).toEqual(things(after));
    const generated = /^\d{4}-\d\d-\d\d \d\d:\d\d$/;
    const lasting = (document: WorkbookDocument) =>
      contents(document).map((cells) => cells.filter(([, , , value]) => !generated.test(String(value))));
    expect(lasting(second)).toEqual(lasting(after));
  });

  it("gives the same bytes whenever SOURCE_DATE_EPOCH is the same", () => {
    const epoch = { SOURCE_DATE_EPOCH: "1640995200" };
    expect(assess([sample, "-o", at("one.xlsx"), "--period", "2021"], epoch).code).toBe(0);
    expect(assess([sample, "-o", at("two.xlsx"), "--period", "2021"], epoch).code).toBe(0);
    expect(readFileSync(at("one.xlsx")).equals(readFileSync(at("two.xlsx")))).toBe(true);
  });

  it("leaves no file behind when it is interrupted", async () => {
    const script = path.join(__dirname, "../../dist/workbench/assess.cjs");
    const child = spawn(process.execPath, [script, sample, "-o", at("out.xlsx")], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    child.stderr.once("data", () => child.kill("SIGINT"));
    const code = await new Promise((resolve) => child.once("exit", resolve));
    expect(code).toBe(130);
    expect(readdirSync(folder)).toEqual([]);
  });
});

describe("a call that cannot be carried out", () => {
  const files: readonly (readonly [string, string, string])[] = [
    ["not-a-zip.xlsx", "不是 Excel 工作簿", "Not an Excel workbook"],
    ["no-workbook.xlsx", "文件中没有工作簿", "There is no workbook in the file"],
    ["truncated.xlsx", "文件不完整", "The file is incomplete"],
    ["encrypted.xlsx", "文件有打开密码", "protected by a password"],
    ["legacy.xls", "旧格式工作簿", "workbook of the old format"],
    ["missing.xlsx", "文件不存在", "No such file"],
  ];
  it.each(files)("says in both languages what is wrong with %s and writes nothing", async (name, chinese, english) => {
    const words: readonly (readonly [Locale, string])[] = [
      ["zh-CN", chinese],
      ["en-US", english],
    ];
    for (const [locale, text] of words) {
      const { code, said } = await assessHere([fixture(name), "-o", at("out.xlsx"), "--locale", locale]);
      expect([code, said]).toEqual([2, expect.stringContaining(text)]);
    }
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each(["empty.xlsx", "empty-formatted.xlsx"])("finds nothing to assess in %s", async (name) => {
    const chinese = await assessHere([fixture(name), "-o", at("out.xlsx")]);
    expect([chinese.code, chinese.said]).toEqual([3, expect.stringContaining("没有找到支部名册")]);
    const english = await assessHere([fixture(name), "-o", at("out.xlsx"), "--locale", "en-US"]);
    expect([english.code, english.said]).toEqual([3, expect.stringContaining("Not assessed")]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("refuses a period that it cannot read", async () => {
    const { code, said } = await assessHere([sample, "-o", at("out.xlsx"), "--period", "去年"]);
    expect([code, said]).toEqual([2, expect.stringContaining("去年")]);
    expect(readdirSync(folder)).toEqual([]);
  });

  it("refuses to overwrite, and leaves what is there", async () => {
    writeFileSync(at("out.xlsx"), "mine");
    const { code, said } = await assessHere([sample, "-o", at("out.xlsx")]);
    expect([code, said]).toEqual([2, expect.stringContaining("--force")]);
    expect(readFileSync(at("out.xlsx"), "utf8")).toBe("mine");
  });

  it("says when the folder for the output does not exist", async () => {
    const { code, said } = await assessHere([sample, "-o", at("none/out.xlsx"), "--locale", "en-US"]);
    expect([code, said]).toEqual([2, expect.stringContaining("No such folder")]);
    expect(existsSync(at("none"))).toBe(false);
  });

  it("says when the add-in is not built", async () => {
    const { code, said } = await assessHere([sample, "-o", at("out.xlsx")], at("nowhere"));
    expect([code, said]).toEqual([2, expect.stringContaining("npm run build")]);
  });
});
