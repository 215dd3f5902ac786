import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Assessment, Light } from "../../../src/core/assessment/assessment";
import { USUAL_REPORT } from "../../../src/core/choices";
import { cellName, type Area } from "../../../src/core/grid";
import { issue } from "../../../src/core/issues";
import type { ReportCell, ReportModel, ReportTab } from "../../../src/core/report/report-model";
import { run } from "../../../src/core/run";
import { TAB_KINDS } from "../../../src/core/report/tab-kinds";
import { HEADING_ROWS } from "../../../src/core/report/heading";
import { buildReport } from "../../../src/core/report/report";
import { coveredWidth } from "../../../src/core/report/page";
import { lineCount, textWidth } from "../../../src/core/report/text-width";
import { workbookMessages } from "../../../src/i18n/workbook";
import { assessmentOf, branchOf, SCHEME, type Score } from "../../support/assessment";
import { readGrids } from "../../support/grids";
import { cellAt, evaluate, referencesOf } from "../../support/plain-formula";
import { renderTab } from "../../support/render-report";
import { representative } from "./sample";

const context = {
  messages: workbookMessages,
  choices: USUAL_REPORT,
  generatedAt: "2021-12-31 09:00",
  version: "0.1.0",
  live: null,
};

/** Scores that differ from branch to branch without chance. */
function scoresOf(branch: number): Score[] {
  return SCHEME.map((_, index) => ((branch * 37 + index * 53) % 101) / 100);
}

function manyBranches(count: number): Assessment {
  const lights: readonly Light[] = ["红", "黄", "绿", "未评"];
  return assessmentOf(
    Array.from({ length: count }, (_, index) =>
      branchOf({
        branch: `第${index + 1}支部`,
        scores: scoresOf(index),
        lights: { 两张皮: lights[index % 4] ?? "绿" },
      }),
    ),
  );
}

const nothingAssessed = (): Assessment =>
  assessmentOf(
    ["甲支部", "乙支部"].map((branch) =>
      branchOf({
        branch,
        scores: SCHEME.map(() => "未评"),
        lights: { 思想认识模糊性: "未评", 两张皮: "未评", 宣传片面化: "未评", 慢一拍: "未评", 老一套: "未评" },
      }),
    ),
    { hasRoster: false, tables: {}, parameters: [] },
  );

const longNames = (): Assessment =>
  assessmentOf([
    branchOf({
      branch: "临江市人民检察院第一检察部与案件管理办公室联合党支部（含派驻检察室）",
      unit: "临江市人民检察院派驻经济技术开发区检察室",
      scores: scoresOf(3),
    }),
    branchOf({ branch: "=SUM(A1)", unit: "'单引号院", scores: scoresOf(8), lights: { 老一套: "红" } }),
  ]);

/** The workbook that the project shows itself with, assessed from its file. */
function sampleWorkbook(): Assessment {
  const steps = run(readGrids(join(__dirname, "../../../assets/sample-2021.xlsx")), {
    period: "2021",
    asOf: null,
    formula: null,
  });
  for (;;) {
    const step = steps.next();
    if (step.done !== true) continue;
    if (step.value.kind === "refused") throw new Error(`refused: ${step.value.because}`);
    return step.value.assessment;
  }
}

const cases: readonly (readonly [string, () => Assessment])[] = [
  ["a representative assessment", representative],
  ["the sample workbook", sampleWorkbook],
  ["one branch", () => manyBranches(1)],
  ["twelve branches", () => manyBranches(12)],
  ["sixty branches", () => manyBranches(60)],
  ["no assessed branch", nothingAssessed],
  ["very long names and two units", longNames],
  ["ranks shown", () => ({ ...manyBranches(5), showRanks: true })],
  [
    "a scheme of one indicator",
    () => {
      const scheme = SCHEME.slice(0, 1);
      return assessmentOf([branchOf({ branch: "甲支部", scores: [0.5] }, scheme)], { scheme });
    },
  ],
];

interface Located {
  readonly tab: ReportTab;
  readonly row: number;
  readonly column: number;
  readonly cell: ReportCell;
}

function cellsOf(model: ReportModel): Located[] {
  return model.tabs.flatMap((tab) =>
    tab.rows.flatMap(({ cells }, row) =>
      cells.flatMap((cell, column) => (cell === null ? [] : [{ tab, row, column, cell }])),
    ),
  );
}

function tabOf(model: ReportModel, name: string): ReportTab {
  const found = model.tabs.find((tab) => tab.name === name);
  if (found === undefined) throw new Error(`no tab ${name}`);
  return found;
}

/** Every text of a tab, one line per row. */
function words(tab: ReportTab): string {
  return tab.rows
    .map(({ cells }) => cells.map((cell) => (cell === null ? "" : String(cell.value ?? ""))).join("\t"))
    .join("\n");
}

/** Whether a tab is 支部评估表, whose page must hold all there is to say of a branch. */
function isOfBranches({ key }: ReportTab): boolean {
  return key.startsWith("branch");
}

/** Points that a line of text needs: comfortably, and where it is close. */
function lineOf(tab: ReportTab): number {
  return isOfBranches(tab) || tab.key === "overview" ? 13.75 : 18;
}

/** Every cell of an area but its first. */
function covered(area: Area): { readonly row: number; readonly column: number }[] {
  return Array.from({ length: area.rowCount * area.columnCount }, (_, index) => ({
    row: area.row + Math.floor(index / area.columnCount),
    column: area.column + (index % area.columnCount),
  })).slice(1);
}

describe.each(cases)("the report of %s", (_, make) => {
  let model: ReportModel = { version: 2, look: USUAL_REPORT.look, tabs: [] };
  beforeAll(() => {
    model = buildReport(make(), context);
  });

  test("has the six tabs in their order, each with its own key", () => {
    const order = model.tabs.map(({ key }) => TAB_KINDS.findIndex((kind) => key.split("/")[0] === kind));
    expect(order).toEqual([...order].sort((one, other) => one - other));
    expect(order).not.toContain(-1);
    expect(new Set(model.tabs.map(({ key }) => key)).size).toBe(model.tabs.length);
    expect(model.tabs.map(({ name }) => name)).toEqual(
      expect.arrayContaining(["融合总览", "指标得分", "问题诊断", "先进支部评选", "数据核验", "口径说明"]),
    );
  });

  test("has formulas that name existing cells and give the value beside them", () => {
    const formulas = cellsOf(model).filter(({ cell }) => cell.formula !== undefined);
    expect(formulas.length).toBeGreaterThan(0);
    for (const { tab, cell } of formulas) {
      const formula = cell.formula ?? "";
      const dangling = referencesOf(formula, tab.name).filter(
        (named) =>
          cellAt(model, named.tab, named.row, named.column) === null ||
          cellAt(model, named.tab, named.lastRow, named.lastColumn) === null,
      );
      expect(dangling).toEqual([]);
      const value = evaluate(formula, model, tab.name);
      if (typeof cell.value === "number") expect(value).toBeCloseTo(cell.value, 9);
      else expect(value).toBe(cell.value);
    }
  });

  test("has no formula that its own text did not ask for: a formula starts with = and texts of the tabs do not", () => {
    const cells = cellsOf(model).map(({ cell }) => cell);
    expect(cells.filter(({ formula }) => formula !== undefined && !/^=[^=]/u.test(formula))).toEqual([]);
    // A branch of the long names is called =SUM(A1): ledger text may look like a formula, the words of the tabs may not.
    const looking = cells.filter(
      ({ value, formula }) => formula === undefined && typeof value === "string" && /^[=+\-@]/u.test(value),
    );
    expect(looking.filter(({ value }) => value !== "=SUM(A1)")).toEqual([]);
  });

  test("has merges that lie inside the tab, do not touch one another and show one value", () => {
    for (const tab of model.tabs) {
      const taken = new Set<string>();
      for (const area of tab.merges) {
        expect(area.row + area.rowCount).toBeLessThanOrEqual(tab.rows.length);
        expect(area.column + area.columnCount).toBeLessThanOrEqual(tab.widths.length);
        const hidden = covered(area);
        expect(hidden.filter(({ row, column }) => (tab.rows[row]?.cells[column]?.value ?? null) !== null)).toEqual([]);
        const names = [area, ...hidden].map(({ row, column }) => cellName(row, column));
        expect(names.filter((name) => taken.has(name))).toEqual([]);
        for (const name of names) taken.add(name);
      }
    }
  });

  test("has headings that leave no Chinese character alone on a line, and break where they say", () => {
    for (const tab of model.tabs) {
      const torn = tab.rows.flatMap(({ cells }, row) =>
        cells.flatMap((cell, column) => {
          if (cell?.role !== "header" || typeof cell.value !== "string") return [];
          const span = tab.merges.find((area) => area.row === row && area.column === column)?.columnCount ?? 1;
          const width = coveredWidth(tab.widths, column, span);
          const lines = cell.value.split("\n");
          const isAlone =
            lines.length > 1 && lines.some((line) => /^[^\u3400-\u9fff]*[\u3400-\u9fff][^\u3400-\u9fff]*$/u.test(line));
          return isAlone || lines.some((line) => textWidth(line) > width)
            ? [`${cellName(row, column)} ${cell.value}`]
            : [];
        }),
      );
      expect([tab.name, torn]).toEqual([tab.name, []]);
    }
  });

  test("has no row wider than the tab, and rows high enough for their texts", () => {
    for (const tab of model.tabs) {
      tab.rows.forEach(({ cells, height }, row) => {
        expect(cells.length).toBeLessThanOrEqual(tab.widths.length);
        expect(height ?? 20).toBeLessThanOrEqual(409);
        const cramped = cells.filter((cell, column) => {
          if (typeof cell?.value !== "string" || cell.role !== "body") return false;
          const merge = tab.merges.find((area) => area.row === row && area.column === column);
          if (merge !== undefined && merge.rowCount > 1) return false;
          // The space between two columns is a character that merged cells have for text as well.
          const span = merge?.columnCount ?? 1;
          const width = tab.widths.slice(column, column + span).reduce((sum, each) => sum + each, span - 1);
          return Math.min(409, lineCount(cell.value, width) * lineOf(tab)) > (height ?? 20);
        });
        expect(cramped).toEqual([]);
      });
    }
  });

  test("has links on texts that stand in one line, as some programs do not wrap a link; names may be longer", () => {
    const named = new Set<unknown>(make().branches.map(({ branch }) => branch));
    const wrapped = model.tabs.flatMap((tab) =>
      tab.rows.flatMap(({ cells }, row) =>
        cells.flatMap((cell, column) => {
          if (typeof cell?.value !== "string" || cell.link === undefined || cell.role === "navigation") return [];
          if (named.has(cell.value)) return [];
          const merge = tab.merges.find((area) => area.row === row && area.column === column);
          const span = merge?.columnCount ?? 1;
          const width = tab.widths.slice(column, column + span).reduce((sum, each) => sum + each, span - 1);
          return lineCount(cell.value, width) > 1
            ? [`${tab.name} ${cellName(row, column)} ${cell.value} (${width})`]
            : [];
        }),
      ),
    );
    expect(wrapped).toEqual([]);
  });

  test("has no number in place of a missing figure, and words for it in grey", () => {
    const cells = cellsOf(model).map(({ cell }) => cell);
    expect(cells.filter(({ value }) => typeof value === "number" && !Number.isFinite(value))).toEqual([]);
    const missing = cells.filter(({ value, role }) => (value === "未评" || value === "不适用") && role !== "header");
    expect(missing.filter(({ tone }) => tone !== "unassessed")).toEqual([]);
  });

  test("uses red only for red findings", () => {
    for (const { cell } of cellsOf(model))
      if (cell.tone === "red") expect(`${cell.role} ${String(cell.value)}`).toMatch(/^(?:stripFigure .*|\S+ ● 红)$/u);
  });

  test("has charts whose figures exist and are numbers", () => {
    for (const chart of model.tabs.flatMap(({ charts }) => charts)) {
      for (const { values, categories = chart.categories, labels = [] } of chart.series) {
        expect(values.rowCount).toBe(categories.rowCount);
        expect(labels.length).toBeLessThanOrEqual(values.rowCount);
        for (let row = values.row; row < values.row + values.rowCount; row += 1) {
          expect(typeof cellAt(model, chart.sheet, row, values.column)?.value).toBe("number");
          const across = cellAt(model, chart.sheet, categories.row + row - values.row, categories.column)?.value;
          expect(typeof across).toBe(chart.kind === "scatter" ? "number" : "string");
        }
      }
    }
  });

  test("keeps the charts clear of other cells", () => {
    for (const tab of model.tabs) {
      for (const { place } of tab.charts) {
        const rows = tab.rows.slice(place.row, place.row + place.rowCount);
        expect(rows).toHaveLength(place.rowCount);
        expect(place.column + place.columnCount).toBeLessThanOrEqual(tab.widths.length);
        const under = rows.flatMap(({ cells }) => cells.slice(place.column, place.column + place.columnCount));
        expect(under.filter((cell) => cell !== null)).toEqual([]);
      }
    }
  });

  test("begins no printed page with a line of a table: its headings stand above", () => {
    const bare = model.tabs.flatMap(({ key, name, rows, titleRows }) =>
      rows.flatMap(({ cells, breakBefore }, row) => {
        const isHeaded = (titleRows?.last ?? 0) > HEADING_ROWS.subtitle || key === "branch";
        return breakBefore === true && !isHeaded && cells[0]?.role === "label" ? [`${name} ${row + 1}`] : [];
      }),
    );
    expect(bare).toEqual([]);
  });

  test("fits A4 paper without becoming too small to read", () => {
    for (const tab of model.tabs) {
      const width = tab.widths.reduce((sum, each) => sum + each, 0);
      expect(width).toBeLessThanOrEqual(tab.orientation === "landscape" ? 205 : isOfBranches(tab) ? 108 : 100);
    }
  });
});

describe("融合总览", () => {
  const assessment = representative();
  const model = buildReport(assessment, context);
  const tab = tabOf(model, "融合总览");

  test("lists the branches in the order of the roster, without ranks", () => {
    const text = words(tab);
    const positions = assessment.branches.map(({ branch }) => text.indexOf(`${branch}\t`));
    expect(positions).toEqual(positions.toSorted((one, other) => one - other));
    expect(text).not.toContain("名次\t");
  });

  test("refers to 指标得分 for every index", () => {
    const row = tab.rows.find(({ cells }) => cells[0]?.value === "第一支部");
    const formulas = row?.cells.flatMap((cell) => (cell?.formula === undefined ? [] : [cell.formula])) ?? [];
    expect(formulas.length).toBe(13);
    for (const formula of formulas) expect(formula).toMatch(/^='指标得分'![A-Z]+\d+$/u);
  });

  test("shows ranks by F where the clerk asked for them, ties joint", () => {
    const twin = (branch: string, score: number) => branchOf({ branch, scores: SCHEME.map(() => score) });
    const ranked = tabOf(
      buildReport(
        assessmentOf([twin("甲", 0.5), twin("乙", 0.9), twin("丙", 0.5), twin("丁", 0.2)], { showRanks: true }),
        context,
      ),
      "融合总览",
    );
    const header = ranked.rows.find(({ cells }) => cells.some((cell) => cell?.value === "名次"));
    const column = header?.cells.findIndex((cell) => cell?.value === "名次") ?? -1;
    expect(
      ["甲", "乙", "丙", "丁"].map(
        (name) => ranked.rows.find(({ cells }) => cells[0]?.value === name)?.cells[column]?.value,
      ),
    ).toEqual([2, 1, 2, 4]);
  });

  test("keeps the headings in view only where the branches do not fit a screen", () => {
    expect(tabOf(buildReport(manyBranches(12), context), "融合总览").freeze.rows).toBe(0);
    expect(tabOf(buildReport(manyBranches(60), context), "融合总览").freeze.rows).toBeGreaterThan(0);
  });

  test("is scaled to one page for few branches, of however many units", () => {
    const few = tabOf(buildReport(manyBranches(12), context), "融合总览");
    expect(few.onePage).toBe(true);
    expect(few.rows.some(({ breakBefore }) => breakBefore)).toBe(false);
    expect(tab.onePage).toBe(true);
  });

  test("starts the charts on a new page where there are many branches", () => {
    const many = tabOf(buildReport(manyBranches(15), context), "融合总览");
    expect(many.onePage).toBeUndefined();
    expect(many.rows.findIndex(({ breakBefore }) => breakBefore)).toBe(many.charts[0]?.place.row);
  });

  test("names the vetoed branches", () => {
    expect(words(tab)).toContain("一票否决：第三支部");
  });

  test("draws no chart and says so where no branch has an F", () => {
    const empty = tabOf(buildReport(nothingAssessed(), context), "融合总览");
    expect(empty.charts).toEqual([]);
    expect(words(empty)).toContain("没有支部算出融合指数，不作图");
    expect(words(empty)).toContain("五类问题均缺少诊断所需的数据");
  });

  test("leaves 单位 and 单位汇总 out where there is one unit", () => {
    const single = buildReport(manyBranches(3), context);
    expect(words(tabOf(single, "融合总览"))).not.toContain("单位");
    expect(words(tabOf(single, "指标得分"))).not.toContain("单位");
    expect(single.tabs.map(({ name }) => name)).not.toContain("单位汇总");
    expect(words(tab)).toContain("单位");
    expect(model.tabs.map(({ name }) => name)).toContain("单位汇总");
  });
});

describe("指标得分", () => {
  const tab = tabOf(buildReport(representative(), context), "指标得分");

  test("groups missing figures by indicator and reason, naming their branches", () => {
    expect(words(tab)).toMatch(/R5 先锋岗履职\t+未评\t+离退休支部、第四支部\t+没有“先锋岗”表/u);
    expect(words(tab)).toMatch(/D2 支委会\t+不适用\t+离退休支部\t+不符合适用条件：支委会=有/u);
  });

  test("keeps the figures of the charts off the paper", () => {
    const printed = words({ ...tab, rows: tab.rows.slice(0, (tab.printed?.last ?? tab.rows.length - 1) + 1) });
    expect(printed).toContain("自评复核");
    expect(printed).not.toContain("图表数据");
    expect(words(tab)).toContain("图表数据");
  });

  test("keeps the computed figure beside the reviewed one", () => {
    const row = tab.rows.find(({ cells }) => cells.some((cell) => cell?.value === "两次由他人代讲"));
    expect(row?.cells.filter((cell) => typeof cell?.value === "number").map((cell) => cell?.value)).toEqual([
      0.75, 2, 1.5, 1, 0.5,
    ]);
  });
});

describe("问题诊断", () => {
  const model = buildReport(representative(), context);
  const tab = tabOf(model, "问题诊断");

  test("links evidence to the first ledger row it came from", () => {
    const links = tab.rows.flatMap(({ cells }) =>
      cells.flatMap((cell) => (cell?.link === undefined || cell.link.sheet === "问题诊断" ? [] : [cell])),
    );
    expect(links.find(({ role }) => role === "body")).toMatchObject({
      value: "活动台账14行",
      link: { sheet: "活动台账", cell: "A3" },
    });
  });

  test("gives measures as tasks with owner and a deadline counted from 截止日", () => {
    expect(words(tab)).toContain("活动方案先写业务结合点再报批");
    expect(words(tab)).toContain("2022年1月31日");
    expect(words(tab)).toContain("支部书记\n张三");
  });

  test("lists what is red before what is yellow, with the figures that reached their line", () => {
    const text = words(tab);
    expect(text).toMatch(/第二支部\t+思想认识模糊性\t+● 红\t+未结合率66\.0%（红线 ≥ 60%）/u);
    expect(text.indexOf("● 红\t未结合率")).toBeLessThan(text.indexOf("▲ 黄\t部署时差7.7（黄线 ＞ 7）"));
  });

  test("says so where nothing is red or yellow", () => {
    expect(words(tabOf(buildReport(nothingAssessed(), context), "问题诊断"))).toContain("没有红色、黄色的问题");
  });

  test("links a figure that comes from an index to where the index stands", () => {
    const link = tab.rows.flatMap(({ cells }) => cells).find((cell) => cell?.value === "指标得分")?.link;
    expect(link?.sheet).toBe("指标得分");
  });

  test("gives the reason of a rule that could not be computed", () => {
    expect(words(tab)).toContain("评估期内没有非程序性活动");
  });

  test("says that a branch outside the period is not diagnosed", () => {
    expect(words(tab)).toContain("本支部不在评估期内，不作诊断");
  });
});

describe("先进支部评选", () => {
  test("shows passers by rank before the others", () => {
    const [one, two, three] = ["甲", "乙", "丙"].map((branch, index) => branchOf({ branch, scores: scoresOf(index) }));
    if (one === undefined || two === undefined || three === undefined) throw new Error("three branches");
    const assessment = assessmentOf([one, { ...two, rank: 2 }, { ...three, rank: 1, selected: true }]);
    const text = words(tabOf(buildReport(assessment, context), "先进支部评选"));
    expect(text.indexOf("\n丙\t")).toBeLessThan(text.indexOf("\n乙\t"));
    expect(text.indexOf("\n乙\t")).toBeLessThan(text.indexOf("\n甲\t"));
    expect(text).toContain("入选支部：丙。");
  });

  test("counts the places as the rounded-up share of the branches that have an F", () => {
    expect(words(tabOf(buildReport(representative(), context), "先进支部评选"))).toContain(
      "评选比例25%，有融合指数的支部3个，名额1个",
    );
  });

  test("shows gates, vetoes with their grounds and pending vetoes", () => {
    const text = words(tabOf(buildReport(representative(), context), "先进支部评选"));
    for (const expected of ["✘ 未过", "✔ 通过", "发生违纪问题", "待核", "第五支部", "第1组：第二支部、第三支部"])
      expect(text).toContain(expected);
  });
});

describe("数据核验", () => {
  test("lists at most two hundred issues of a kind and counts the rest", () => {
    const issues = Array.from({ length: 250 }, (_, index) =>
      issue("duplicateRow", { sheet: "活动台账", cell: `A${index + 3}` }, { table: "活动台账", first: "A2" }),
    );
    const text = words(tabOf(buildReport({ ...manyBranches(2), issues }, context), "数据核验"));
    expect(text).toContain("以上为前200条，另有50条未列出");
    expect(text).toContain("A202\t");
    expect(text).not.toContain("A203\t");
  });

  test("puts errors before warnings before what is only told", () => {
    const text = words(tabOf(buildReport(representative(), context), "数据核验"));
    const positions = ["参数“评选比例”的值", "不能读作日期", "此行与A9所在行内容相同", "在任务清单中没有任何记录"].map(
      (part) => text.indexOf(part),
    );
    expect(Math.min(...positions)).toBeGreaterThan(0);
    expect(positions).toEqual(positions.toSorted((one, other) => one - other));
  });

  test("says so where nothing was found", () => {
    expect(words(tabOf(buildReport(manyBranches(2), context), "数据核验"))).toContain("没有需要核验的事项");
  });
});

describe("口径说明", () => {
  test("is the only tab that changes with the time of the run, in one line", () => {
    const lines = (generatedAt: string) =>
      buildReport(representative(), { ...context, generatedAt })
        .tabs.map(renderTab)
        .join("\n")
        .split("\n");
    const one = lines(context.generatedAt);
    const other = lines("2022-01-01 10:00");
    const changed = one.flatMap((line, index) => (line === other[index] ? [] : [line]));
    expect(changed).toHaveLength(1);
    expect(changed[0]).toContain("生成时间");
  });

  test("labels the built-in scheme as the product's own and marks the workbook's own parameters", () => {
    const text = words(tabOf(buildReport(representative(), context), "口径说明"));
    expect(text).toContain("本产品默认标准");
    expect(text).toMatch(/评选比例\t+0\.25\t+本工作簿/u);
  });
});

describe("figures near a boundary", () => {
  test("are shown with one more decimal instead of in a band that they are not in", () => {
    const branch = {
      ...branchOf({ branch: "甲支部", scores: scoresOf(5) }),
      total: 89.96,
      base: 89.96,
      bonus: 0,
      deduction: 0,
      band: "良好",
    };
    const tab = tabOf(buildReport(assessmentOf([branch]), context), "融合总览");
    const cell = tab.rows.flatMap(({ cells }) => cells).find((each) => each?.value === 89.96);
    expect(cell?.format).toEqual({ decimals: 2, percent: false });
  });
});

describe("a representative report reads as the documents reviewed in test/golden/report", () => {
  const { tabs } = buildReport(representative(), context);
  test.each(tabs.map((tab) => [tab.name, tab] as const))("%s", (_, tab) => {
    const path = join(__dirname, "../../golden/report", `${tab.key}.txt`);
    const text = renderTab(tab);
    if (process.env["UPDATE_GOLDEN"] === "1") writeFileSync(path, text);
    expect(text).toBe(readFileSync(path, "utf8"));
  });
});
