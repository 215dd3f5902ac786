import { ISSUES } from "../../src/core/issues";
import { excelIssue, type ExcelIssueCode } from "../../src/excel/excel-issue";
import { enUS } from "../../src/i18n/en-US";
import type { Message, MessageParams } from "../../src/i18n/message";
import { runEnUS } from "../../src/i18n/run.en-US";
import { runZhCN } from "../../src/i18n/run.zh-CN";
import { zhCN } from "../../src/i18n/zh-CN";
import { words } from "../../src/workbench/cli/words";
import { page, tableRows } from "./page";

const rows = new Map(
  tableRows(page("issues.md")).flatMap((cells) => {
    const code = /^`(\w+)`$/u.exec(cells[0] ?? "")?.[1];
    return code === undefined ? [] : [[code, cells] as const];
  }),
);

const GAP = "\u0001";

/** Every parameter is a gap; a message built from another one passes copies on, where gaps show as {name}. */
const gaps = new Proxy<MessageParams>({}, { get: () => GAP, ownKeys: () => [] });

/** What an example of a message looks like: its words, with anything in the gaps. */
function pattern(text: string): RegExp {
  const parts = text.split(new RegExp(`${GAP}|\\{\\w+\\}`, "u"));
  return new RegExp(`^${parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&")).join(".*")}$`, "u");
}

/** Codes whose examples (in the last two columns) are not what the catalogues say. */
function differing(zh: Readonly<Record<string, Message>>, en: Readonly<Record<string, Message>>): string[] {
  return Object.keys(zh).filter((code) => {
    const [chinese = "", english = ""] = (rows.get(code) ?? []).slice(-2);
    return !pattern(zh[code]?.(gaps) ?? "").test(chinese) || !pattern(en[code]?.(gaps) ?? "").test(english);
  });
}

function isExcelCode(code: string): code is ExcelIssueCode {
  return Object.hasOwn(runZhCN, code);
}

test("docs/issues.md lists every issue of the computation with its severity, and no other", () => {
  const listed = [...rows].filter(([code, cells]) => cells.length === 5 && !isExcelCode(code));
  expect(Object.fromEntries(listed.map(([code, cells]) => [code, cells[1]]))).toEqual(ISSUES);
});

test("docs/issues.md lists every issue between the add-in and Excel with its severity", () => {
  const codes = Object.keys(runZhCN).filter(isExcelCode);
  expect(codes.map((code) => [code, rows.get(code)?.[1]])).toEqual(
    codes.map((code) => [code, excelIssue(code).severity]),
  );
});

test("docs/issues.md gives an example of each message as the catalogues say it", () => {
  expect(differing(zhCN.issues, enUS.issues)).toEqual([]);
  expect(differing(runZhCN, runEnUS)).toEqual([]);
});

test("docs/issues.md lists what the command line refuses, as it says it", () => {
  const said = (locale: "zh-CN" | "en-US"): Record<string, Message> => {
    const { wrongUsage, open, file, epoch, notBuilt, refused, failed, notFrozen, silent, incomplete } = words(locale);
    const texts = { ...wrongUsage, ...open, ...file, epoch, notBuilt, refused, failed, notFrozen, silent, incomplete };
    return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, () => text]));
  };
  expect(differing(said("zh-CN"), said("en-US"))).toEqual([]);
});

test("every explanation in docs/issues.md says when the issue arises", () => {
  expect([...rows].filter(([, cells]) => cells.length === 5 && (cells[2] ?? "") === "")).toEqual([]);
});
