import { readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { open } from "../../src/workbench/files/open";
import { assess } from "../support/command";
import { writeWorkbook } from "../support/workbook-file";
import { textOf, withParts } from "../workbench/files/support/packages";
import { convert, pageTexts, scratchFolder } from "./soffice";

const TABS = ["融合总览", "支部评估表", "指标得分", "问题诊断", "先进支部评选", "数据核验", "口径说明"];
const folder = scratchFolder();
const at = (name: string) => path.join(folder, name);

/** One cell: what it shows and the formula that it holds. */
interface Shown {
  readonly value: unknown;
  readonly formula: string | null;
}

/** The cells of the assessment tabs: `tab!row,column` → what they show. */
function cellsOf(file: string): ReadonlyMap<string, Shown> {
  const opened = open(readFileSync(file));
  if (opened.kind === "failed") throw new Error(`${file}: ${opened.failure}`);
  const { snapshot } = opened.document;
  return new Map(
    Object.values(snapshot.sheets).flatMap((sheet) =>
      TABS.includes(sheet.name ?? "")
        ? Object.entries(sheet.cellData ?? {}).flatMap(([row, cells]) =>
            Object.entries(cells).map(([column, cell]) => {
              const { v, f }: { readonly v?: unknown; readonly f?: unknown } = Object(cell);
              return [
                `${sheet.name ?? ""}!${row},${column}`,
                { value: v ?? null, formula: typeof f === "string" ? f : null },
              ] as const;
            }),
          )
        : [],
    ),
  );
}

/** The cells that show something else than when they were written, by tab. */
function changes(before: ReadonlyMap<string, Shown>, after: ReadonlyMap<string, Shown>) {
  return [...before].flatMap(([cell, { value, formula }]) => {
    const other = after.get(cell)?.value ?? null;
    const isSame =
      typeof value === "number" && typeof other === "number"
        ? Math.abs(value - other) < 1e-9
        : (value ?? "") === (other ?? "");
    return isSame ? [] : [{ tab: cell.slice(0, cell.indexOf("!")), cell, formula, value, other }];
  });
}

/** Has a workbook say that Excel saved it: LibreOffice trusts the words that formulas gave only then. */
function savedByExcel(file: string): void {
  const bytes = readFileSync(file);
  const office = "http://schemas.openxmlformats.org/officeDocument/2006";
  const types = textOf(bytes, "[Content_Types].xml");
  const relations = textOf(bytes, "_rels/.rels");
  const type = "application/vnd.openxmlformats-officedocument.extended-properties+xml";
  writeFileSync(
    file,
    withParts(bytes, {
      "docProps/app.xml": `<?xml version="1.0" encoding="UTF-8" standalone="yes"?><Properties xmlns="${office}/extended-properties"><Application>Microsoft Excel</Application><AppVersion>16.0300</AppVersion></Properties>`,
      "[Content_Types].xml": types.replace(
        "</Types>",
        `<Override PartName="/docProps/app.xml" ContentType="${type}"/></Types>`,
      ),
      "_rels/.rels": relations.replace(
        "</Relationships>",
        `<Relationship Id="rIdApp" Type="${office}/relationships/extended-properties" Target="docProps/app.xml"/></Relationships>`,
      ),
    }),
  );
}

const calls = (formula: string | null) => formula?.includes("RONGHE.") === true;
let live: ReadonlyMap<string, Shown> = new Map();
let frozen: ReadonlyMap<string, Shown> = new Map();

beforeAll(() => {
  writeWorkbook(at("ledgers.xlsx"), {
    支部名册: [
      ["支部", "支部书记", "党员数"],
      ["第一检察部党支部", "张三", 12],
      ["第二检察部党支部", "李四", 9],
    ],
    活动台账: [
      ["支部", "日期", "类别", "主持人", "业务结合点"],
      ...["第一检察部党支部", "第二检察部党支部"].flatMap((branch, index) =>
        [44210, 44240, 44300, 44390, 44480].map((day, number) => [
          branch,
          day,
          number % 2 === 0 ? "党课" : "主题党日",
          "张三",
          number > index * 2 ? "公开听证" : null,
        ]),
      ),
    ],
    业务指标: [
      ["支部", "期间", "指标", "数值", "下限", "上限"],
      ["第一检察部党支部", 2021, "办结率", 0.9, 0.5, 1],
      ["第二检察部党支部", 2021, "办结率", 0.6, 0.5, 1],
    ],
    评分标准: [
      ["代码", "指标", "子系统", "数据表", "计量", "条件", "下限", "上限", "分值"],
      ["D1", "党课", "党建", "活动台账", "次数", "类别=党课", 0, 4, 4],
      ["B1", "达成", "业务", "业务指标", "达成", "", 0, 1, 5],
      ["R1", "结合率", "融合", "活动台账", "占比(业务结合点非空)", "", 0, 1, 6],
    ],
  });
  savedByExcel(at("ledgers.xlsx"));
  const commands = [
    [at("ledgers.xlsx"), "--period", "2021", "--formulas", "live", "-o", at("live.xlsx")],
    [at("live.xlsx"), "--freeze", "-o", at("frozen.xlsx")],
  ];
  for (const args of commands) {
    const { code, stderr } = assess(args);
    if (code !== 0) throw new Error(stderr);
  }
  live = cellsOf(at("live.xlsx"));
  frozen = cellsOf(at("frozen.xlsx"));
});

describe("a colleague without the add-in opens a workbook with live formulas", () => {
  it("and sees every figure and word as it was saved, but for the raw figures that one formula gives for a whole table", () => {
    const found = changes(live, cellsOf(convert(at("live.xlsx"), "xlsx", folder, false)));
    expect(new Set(found.map(({ other }) => other))).toEqual(new Set(["#NAME?"]));
    expect(new Set(found.map(({ tab }) => tab))).toEqual(new Set(["指标得分"]));
    // These stand below the printed part: two branches × three indicators.
    expect(found).toHaveLength(6);
    expect(found.filter(({ formula }) => formula !== null && !formula.includes("MEASURES"))).toEqual([]);
  });

  it("and prints it: no page shows an error", () => {
    const pages = pageTexts(convert(at("live.xlsx"), "pdf", folder, false));
    expect(pages.filter((page) => page.includes("融合指数")).length).toBeGreaterThan(0);
    expect(pages.filter((page) => /#NAME\?|#VALUE!|#N\/A|#DIV/u.test(page))).toEqual([]);
  });

  it("and after a recalculation sees #NAME? wherever a figure comes from the functions, and no other figure or word instead", () => {
    const found = changes(live, cellsOf(convert(at("live.xlsx"), "xlsx", folder)));
    expect(found.filter(({ other }) => other !== "#NAME?")).toEqual([]);
    const functions = [...live].filter(([, { formula }]) => calls(formula)).map(([cell]) => cell);
    const failed = new Set(found.map(({ cell }) => cell));
    expect(functions.filter((cell) => !failed.has(cell))).toEqual([]);
    expect(new Set(found.map(({ tab }) => tab))).toEqual(
      new Set(["融合总览", "支部评估表", "指标得分", "先进支部评选"]),
    );
  });
});

describe("after 固化 a colleague without the add-in", () => {
  it("sees every figure and word that the live workbook shows, recalculated or not", () => {
    const written = changes(live, frozen);
    expect(written).toEqual([]);
    for (const recalculate of [false, true])
      expect(changes(frozen, cellsOf(convert(at("frozen.xlsx"), "xlsx", folder, recalculate)))).toEqual([]);
  });

  it("finds no function of the add-in's in the workbook, and printed tabs that still refer to 指标得分", () => {
    expect([...frozen.values()].filter(({ formula }) => calls(formula))).toEqual([]);
    const overview = [...frozen].filter(([cell, { formula }]) => cell.startsWith("融合总览!") && formula !== null);
    expect(overview.length).toBeGreaterThan(10);
  });
});
