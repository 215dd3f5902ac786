import type { ReportChart, ReportModel } from "../../src/core/report/report-model";
import type { TestOffice } from "../workbench/office";
import { emptyDocument, startOffice } from "../workbench/office";
import { cell, figure, model, tab } from "./model";
import { picture, previousRun, write } from "./picture";

// A workbook and the whole library are opened anew for each test; on a busy machine that takes longer than usual.
jest.setTimeout(60_000);

const area = (row: number, column: number, rowCount: number, columnCount: number) => ({
  row,
  column,
  rowCount,
  columnCount,
});
const chart: ReportChart = {
  name: "协调度",
  kind: "bar",
  title: "协调度",
  sheet: "融合总览",
  categories: area(2, 0, 2, 1),
  series: [{ name: "党建", values: area(2, 1, 2, 1) }],
  place: area(6, 0, 10, 3),
  valueRange: { min: 0, max: 1 },
};
const overview = tab({
  charts: [chart],
  scales: [{ kind: "colour", area: area(2, 1, 2, 2), min: 0, max: 1 }],
  titleRows: { first: 0, last: 1 },
});
const scores = tab({
  key: "scores",
  name: "指标得分",
  orientation: "portrait",
  freeze: { rows: 1, columns: 0 },
  rows: [
    { cells: [cell("合计", { role: "header" }), cell("值", { role: "header" })] },
    { cells: [cell("D1"), { ...figure(0.75), formula: "='融合总览'!B4" }] },
    { cells: [cell("链接", { link: { sheet: "融合总览", cell: "B4" } })], breakBefore: true },
  ],
  merges: [],
  scales: [{ kind: "bar", area: area(1, 1, 1, 1), min: 0, max: 1 }],
});
const report = model(overview, scores);

let office: TestOffice;
const start = async (...args: Parameters<typeof startOffice>) => {
  office = await startOffice(...args);
  Object.defineProperty(globalThis, "DOMParser", { value: office.page.window.DOMParser, configurable: true });
};
afterEach(() => {
  office.close();
  Reflect.deleteProperty(globalThis, "DOMParser");
});

const values = (sheet: string, address: string) =>
  Excel.run(async (context) => {
    const range = context.workbook.worksheets.getItem(sheet).getRange(address);
    range.load("values");
    await context.sync();
    return range.values;
  });

const sheetNames = () =>
  Excel.run(async (context) => {
    const { worksheets } = context.workbook;
    worksheets.load("items/name");
    await context.sync();
    return worksheets.items.map(({ name }) => name);
  });

/** True while the failure that was asked for has not come yet. */
const isFaultPending = () => office.host.faults.failure !== null;

/** Counts the requests that one piece of work takes. */
async function requestsOf(work: () => Promise<unknown>): Promise<number> {
  const before = office.host.requestCount();
  await work();
  return office.host.requestCount() - before;
}

/** Points in quadrants: a series each, with labels, colours and shapes of their own. */
const quadrants: ReportChart = {
  name: "象限",
  kind: "scatter",
  title: "党建与业务",
  sheet: "融合总览",
  categories: area(2, 1, 1, 1),
  series: [
    { name: "深度融合", categories: area(2, 1, 1, 1), values: area(2, 2, 1, 1), labels: ["第一检察部党支部"] },
    { name: "未评", categories: area(3, 1, 1, 1), values: area(3, 2, 1, 1), colour: 4, labels: [""] },
  ],
  place: area(6, 0, 10, 3),
  categoryTitle: "U党建",
  valueTitle: "U业务",
  categoryRange: { min: 0, max: 1 },
  valueRange: { min: 0, max: 1 },
  valueStep: 0.25,
  crossing: { category: 0.5, value: 0.4 },
};

it("puts a tab that is made for the first time behind the one that it follows, also among sheets of the clerk's", async () => {
  await start(emptyDocument("活动台账"));
  const other = tab({ key: "checks", name: "数据核验", charts: [] });
  await write(model(overview, other));
  await Excel.run(async (context) => {
    context.workbook.worksheets.add("会议安排");
    await context.sync();
  });
  await write(model(overview, scores, other));
  expect(await sheetNames()).toEqual(["活动台账", "融合总览", "指标得分", "数据核验", "会议安排"]);
});

describe("a scatter chart with quadrants", () => {
  beforeEach(() => start(emptyDocument("活动台账")));

  const drawn = () => {
    const { sheets, snapshot } = office.host.toDocument();
    return sheets[snapshot.sheetOrder[1] ?? ""]?.charts[0];
  };

  it("has a colour, a shape and labels for each series, and axes that cross inside", async () => {
    await write(model(tab({ charts: [quadrants] })));
    expect(drawn()).toMatchObject({
      type: "XYScatter",
      legend: "Bottom",
      categoryTitle: "U党建",
      valueTitle: "U业务",
      valueMinimum: 0,
      valueMaximum: 1,
      categoryAxis: { minimum: 0, maximum: 1, step: 0.25, crossing: 0.5, tickLabels: "Low", numberFormat: "0.00" },
      valueAxis: { step: 0.25, crossing: 0.4, tickLabels: "Low", numberFormat: "0.00" },
      series: [
        {
          name: "深度融合",
          xValues: "融合总览!$B$3",
          values: "融合总览!$C$3",
          colour: "#0F6CBD",
          labels: { 0: { text: "第一检察部党支部", position: "Top" } },
        },
        { name: "未评", colour: "#949494", marker: "X", labels: {} },
      ],
    });
  });

  it("loses on a refresh what it is not told again", async () => {
    await write(model(tab({ charts: [quadrants] })));
    const { crossing: _crossing, ...plain } = quadrants;
    await write(model(tab({ charts: [{ ...plain, series: plain.series.slice(1) }] })));
    expect(drawn()).toMatchObject({
      legend: null,
      categoryAxis: { minimum: 0, maximum: 1, step: 0.25 },
      series: [{ name: "未评", labels: {} }],
    });
    expect(drawn()?.categoryAxis?.crossing).toBeUndefined();
    expect(drawn()?.valueAxis?.tickLabels).toBeUndefined();
  });
});

describe("a report written for the first time", () => {
  beforeEach(() => start(emptyDocument("活动台账")));

  it("stands behind the clerk's sheets, which stay as they were", async () => {
    const before = await picture(office.host);
    expect(await write(report)).toEqual({ kind: "written", issues: [] });
    expect(await sheetNames()).toEqual(["活动台账", "融合总览", "指标得分"]);
    expect(await picture(office.host)).toMatchObject({ sheets: [Object(before).sheets[0], {}, {}] });
  });

  it("holds its texts, numbers and formulas", async () => {
    await write(report);
    expect(await values("融合总览", "A1:C4")).toEqual([
      ["融合总览", "", ""],
      ["支部", "党建", "业务"],
      ["第一检察部党支部", 0.5, 0.25],
      ["第二检察部党支部", 0.75, 1],
    ]);
    expect(await values("指标得分", "B2")).toEqual([[0.75]]);
  });

  it("keeps every text as text, however it begins", async () => {
    const texts = ["=1+1", "+86", "-", "@x", "'=1", "2021-04", "1/2", "007", "TRUE", "#N/A", "第1检察部", "12%"];
    await write(model(tab({ rows: texts.map((text) => ({ cells: [cell(text)] })), merges: [], widths: [20] })));
    expect(await values("融合总览", `A1:A${texts.length}`)).toEqual(texts.map((text) => [text]));
  });

  it("looks as the theme says", async () => {
    await write(report);
    const looks = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("融合总览");
      const title = sheet.getRange("A1");
      title.load("format/font/name, format/font/size, format/font/bold, format/horizontalAlignment");
      const shown = sheet.getRange("B3");
      shown.load("numberFormat, text, format/horizontalAlignment, format/rowHeight");
      sheet.load("showGridlines, tabColor");
      const rule = title.format.borders.getItem("EdgeBottom");
      rule.load("color, weight");
      await context.sync();
      const { font } = title.format;
      return [
        [font.name, font.size, font.bold, title.format.horizontalAlignment, rule.color, rule.weight],
        [shown.numberFormat, shown.text, shown.format.horizontalAlignment, shown.format.rowHeight],
        [sheet.showGridlines, sheet.tabColor],
      ];
    });
    expect(looks).toEqual([
      ["宋体", 22, true, "Center", "#B3261E", "Medium"],
      [[["0.000"]], [["0.500"]], "Right", 21],
      [false, "#0F6CBD"],
    ]);
  });

  it("carries its chart, scales, print set-up and mark", async () => {
    await write(report);
    const { sheets, snapshot } = office.host.toDocument();
    const [, first, second] = snapshot.sheetOrder.map((id) => sheets[id]);
    expect(first?.customProperties).toEqual([
      { key: "ronghe.tab", value: "overview" },
      { key: "ronghe.name", value: "融合总览" },
    ]);
    expect(first?.charts).toMatchObject([
      {
        name: "协调度",
        type: "BarClustered",
        title: "协调度",
        series: [
          {
            name: "党建",
            values: expect.stringContaining("$B$3:$B$4"),
            categories: expect.stringContaining("$A$3:$A$4"),
          },
        ],
        valueMinimum: 0,
        valueMaximum: 1,
        categoryReversed: true,
        box: { top: 6, left: 0, bottom: 15, right: 2 },
      },
    ]);
    expect(first?.conditionalFormats).toMatchObject([
      { kind: "colorScale", box: { top: 2, left: 1, bottom: 3, right: 2 } },
    ]);
    expect(first?.page).toMatchObject({
      orientation: "landscape",
      paper: 9,
      fitWidth: 1,
      centreHorizontally: true,
      titleRows: { first: 0, last: 1 },
      footer: { centre: "第 &P 页 共 &N 页" },
    });
    expect(second?.conditionalFormats).toMatchObject([{ kind: "dataBar", minimum: 0, maximum: 1 }]);
    expect(second?.page).toMatchObject({ orientation: "portrait", rowBreaks: [2] });
    expect(second?.hyperlinks).toMatchObject([{ location: "'融合总览'!B4" }]);
  });

  it("keeps rows that only hold the figures of charts off the paper, also when it is written again", async () => {
    for (const last of [2, 1]) {
      await write(model(tab({ printed: { first: 1, last } })));
      const { sheets, snapshot } = office.host.toDocument();
      const page = sheets[snapshot.sheetOrder[1] ?? ""]?.page;
      expect(page?.printArea).toEqual({ top: 1, left: 0, bottom: last, right: 2 });
    }
  });

  it("leaves the result and the report in the workbook", async () => {
    const result = '{"note":"]]>&<\\u0001\ufffe"}';
    await write(report, result);
    expect(await previousRun()).toMatchObject({ report });
    expect(JSON.parse((await previousRun())?.result ?? "")).toEqual(JSON.parse(result));
  });

  it("is in front when it is done", async () => {
    await write(report);
    const active = await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getActiveWorksheet();
      sheet.load("name");
      await context.sync();
      return sheet.name;
    });
    expect(active).toBe("融合总览");
  });

  it("tells where a formula gives another figure than computed", async () => {
    const wrong = {
      ...scores,
      rows: [{ cells: [{ ...figure(0.5), formula: "='融合总览'!B4" }] }],
      freeze: { rows: 0, columns: 0 },
      scales: [],
    };
    expect(await write(model(overview, wrong))).toMatchObject({
      kind: "written",
      issues: [
        {
          code: "formulaDiffers",
          severity: "warning",
          place: { sheet: "指标得分", cell: "A1" },
          params: { count: 1, expected: "0.5", shown: "0.75" },
        },
      ],
    });
  });
});

describe("a report that cannot be written here", () => {
  it("leaves the workbook alone when the report itself is wrong", async () => {
    await start();
    const before = await picture(office.host);
    expect(await write(model(tab({ name: "a/b" })))).toMatchObject({
      kind: "failed",
      issues: [{ code: "reportInvalid" }],
    });
    expect(await picture(office.host)).toEqual(before);
  });

  it("leaves a sheet of the clerk's with a tab's name alone, in whatever case it is written", async () => {
    await start(emptyDocument("Overview"));
    const before = await picture(office.host);
    expect(await write(model(tab({ name: "OVERVIEW" })))).toMatchObject({
      kind: "failed",
      issues: [{ code: "tabTaken", severity: "error", params: { tab: "Overview" } }],
    });
    expect(await picture(office.host)).toEqual(before);
  });

  it("asks to unprotect a protected tab", async () => {
    await start();
    await write(report);
    await Excel.run(async (context) => {
      context.workbook.worksheets.getItem("指标得分").protection.protect();
      await context.sync();
    });
    const before = await picture(office.host);
    expect(await write(report)).toMatchObject({
      kind: "failed",
      issues: [{ code: "tabProtected", params: { tab: "指标得分" } }],
    });
    expect(await picture(office.host)).toEqual(before);
  });
});

describe("a report written again", () => {
  beforeEach(async () => {
    await start(emptyDocument("活动台账"));
    await write(report);
  });

  it("gives the same workbook", async () => {
    const before = await picture(office.host);
    expect(await write(report)).toEqual({ kind: "written", issues: [] });
    expect(await picture(office.host)).toEqual(before);
  });

  it("leaves nothing of what the tabs held before", async () => {
    const smaller = model(
      tab({ charts: [], scales: [], rows: [{ cells: [cell("空")] }], merges: [], freeze: { rows: 0, columns: 0 } }),
    );
    await write(smaller);
    expect(await values("融合总览", "A1:C4")).toEqual([
      ["空", "", ""],
      ["", "", ""],
      ["", "", ""],
      ["", "", ""],
    ]);
    const { sheets, snapshot } = office.host.toDocument();
    const first = sheets[snapshot.sheetOrder[1] ?? ""];
    expect([
      first?.charts,
      first?.conditionalFormats,
      snapshot.sheets[snapshot.sheetOrder[1] ?? ""]?.mergeData,
    ]).toEqual([[], [], []]);
  });

  it("follows a tab that the clerk has renamed and moved, formulas, links and charts included", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("融合总览");
      sheet.name = "总览（送审）";
      sheet.position = 0;
      await context.sync();
    });
    expect(await write(report)).toEqual({ kind: "written", issues: [] });
    expect(await sheetNames()).toEqual(["总览（送审）", "活动台账", "指标得分"]);
    expect(await values("指标得分", "B2")).toEqual([[0.75]]);
    const { sheets, snapshot } = office.host.toDocument();
    expect(sheets[snapshot.sheetOrder[0] ?? ""]?.charts).toMatchObject([
      { series: [{ values: expect.stringContaining("总览（送审）") }] },
    ]);
    expect(sheets[snapshot.sheetOrder[2] ?? ""]?.hyperlinks).toMatchObject([{ location: "'总览（送审）'!B4" }]);
  });

  it("keeps a chart that the clerk has drawn on a tab, and brings its own up to date in place", async () => {
    await Excel.run(async (context) => {
      const sheet = context.workbook.worksheets.getItem("融合总览");
      sheet.charts.add("ColumnClustered", sheet.getRange("B3:B4"), "Columns").name = "我的图";
      await context.sync();
    });
    const two = { ...chart, title: "新标题", series: [...chart.series, { name: "业务", values: area(2, 2, 2, 1) }] };
    await write(model({ ...overview, charts: [two] }, scores));
    const { sheets, snapshot } = office.host.toDocument();
    const charts = () =>
      sheets[snapshot.sheetOrder[1] ?? ""]?.charts.map(
        ({ name, title, series }) => `${name}:${title ?? ""}:${series.length}`,
      );
    expect(charts()).toEqual(["协调度:新标题:2", "我的图::1"]);
    await write(model({ ...overview, charts: [] }, scores));
    expect(charts()).toEqual(["我的图::1"]);
  });
});

describe("round trips", () => {
  /** A tab with as many branches as asked for. */
  const long = (branches: number): ReportModel =>
    model(
      tab({
        rows: Array.from({ length: branches }, (_, row) => ({
          cells: [
            cell(`第${row}检察部党支部`),
            figure(row / branches),
            { ...figure(row / branches), formula: `=B${row + 1}` },
          ],
        })),
        merges: [],
      }),
    );

  it("are as many for 8 branches as for 60, first and again", async () => {
    const counts: number[][] = [];
    for (const branches of [8, 60]) {
      await start();
      counts.push([await requestsOf(() => write(long(branches))), await requestsOf(() => write(long(branches)))]);
      if (branches === 8) office.close();
    }
    expect(counts[0]).toEqual(counts[1]);
  });

  it("are as many for one tab as for four", async () => {
    const counts: number[] = [];
    for (const count of [1, 4]) {
      await start();
      const tabs = Array.from({ length: count }, (_, index) => tab({ key: `k${index}`, name: `表${index}` }));
      counts.push(await requestsOf(() => write(model(...tabs))));
      if (count === 1) office.close();
    }
    expect(counts[0]).toBe(counts[1]);
  });
});

/** A workbook is opened anew for every request that can fail: longer than a test usually takes. */
const PATIENCE = 240_000;

describe("a failure on the way", () => {
  const changed = model(
    tab({
      ...overview,
      rows: [...overview.rows, { cells: [cell("第三检察部党支部"), figure(0.1), figure(0.2)] }],
      charts: [],
    }),
    scores,
    tab({ key: "new", name: "口径说明" }),
  );

  /** Fails every request in turn, before and after it is carried out, until a run gets through. */
  async function failEach(
    prepare: () => Promise<void>,
    run: () => Promise<{ readonly kind: string; readonly issues: readonly unknown[] }>,
  ) {
    const outcomes: string[] = [];
    for (let request = 1; request < 60; request += 1) {
      for (const after of [false, true]) {
        await start(emptyDocument("活动台账"));
        await prepare();
        const before = await picture(office.host);
        office.host.faults.failure = { request, code: "GeneralException", after };
        const result = await run();
        const done = isFaultPending();
        if (!done && result.kind === "failed")
          expect({ request, after, state: await picture(office.host) }).toEqual({ request, after, state: before });
        outcomes.push(result.kind);
        office.close();
        if (done) {
          await start();
          return outcomes;
        }
      }
    }
    throw new Error("never got through");
  }

  it(
    "leaves no trace of a first report, whichever request fails",
    async () => {
      const outcomes = await failEach(
        // The library's own first requests are over when one of ours has been answered.
        async () => void (await sheetNames()),
        () => write(report).catch(() => ({ kind: "failed", issues: [] })),
      );
      expect(outcomes.filter((kind) => kind === "failed").length).toBeGreaterThan(4);
    },
    PATIENCE,
  );

  it(
    "puts an earlier report back as it was, the clerk's own entries included, whichever request fails",
    async () => {
      const note = (name: string) => cell(null, { role: "input", input: `note:${name}` });
      const [first, second] = [note("第一检察部党支部"), note("第二检察部党支部")];
      const noted = (...notes: readonly (typeof first)[]) =>
        tab({
          ...overview,
          rows: overview.rows.map((row, index) => ({ cells: [...row.cells, notes[index - 2] ?? null] })),
        });
      const filtered = { ...scores, filter: area(0, 0, 3, 2) };
      const subtitle = { cells: [cell("2021年", { role: "subtitle" })] };
      const stars = { key: "stars", name: "月度之星", rows: [subtitle], merges: [], freeze: { rows: 0, columns: 0 } };
      const earlier = model(noted(first, second), filtered, tab(stars));
      const prepare = async () => {
        await write(earlier);
        await Excel.run(async (context) => {
          const sheet = context.workbook.worksheets.getItem("融合总览");
          sheet.getRange("D3:D4").values = [["请补报"], [44_500]];
          sheet.getRange("D4").numberFormat = [["yyyy-mm-dd"]];
          sheet.getRange("B:B").format.columnWidth = 99;
          sheet.pageLayout.setPrintArea("A1:C4");
          const beside = context.workbook.worksheets.getItem("指标得分").getRange("E9");
          beside.values = [["支部意见：同意"]];
          beside.format.font.bold = true;
          context.workbook.worksheets.getItem("指标得分").getRange("B3").values = [["改"]];
          await context.sync();
        });
      };
      const outcomes = await failEach(prepare, () => write(changed).catch(() => ({ kind: "failed", issues: [] })));
      expect(outcomes.filter((kind) => kind === "failed").length).toBeGreaterThan(4);
    },
    PATIENCE,
  );

  it("names the tabs to check where putting back fails too", async () => {
    await start();
    await write(report);
    const { execute } = office.host;
    let failing = false;
    Object.assign(office.host, {
      execute: async (request: Parameters<typeof execute>[0]) => {
        if (request.body.includes("融合总览") && request.body.includes("Formulas")) failing = true;
        return failing ? { kind: "refused", code: 5102 } : execute(request);
      },
    });
    expect(await write(changed)).toMatchObject({
      kind: "failed",
      issues: [{ code: "busy" }, { code: "restoreFailed", params: { tabs: "融合总览、指标得分、口径说明" } }],
    });
  });
});
