import type { Assessment } from "../../../src/core/assessment/assessment";
import { BODY_SIZES, USUAL_REPORT } from "../../../src/core/choices";
import { columnPoints, printedArea, rowHeight } from "../../../src/core/report/paper";
import { buildReport } from "../../../src/core/report/report";
import type { ReportCell, ReportModel, ReportTab } from "../../../src/core/report/report-model";
import { workbookMessages } from "../../../src/i18n/workbook";
import { assessmentOf, branchOf, SCHEME, type Score } from "../../support/assessment";
import { cellAt } from "../../support/plain-formula";
import { representative } from "./sample";
import { reportOf } from "./tab-of";

/** The tab of a name; fails the test where it is not made. */
function named(model: ReportModel, name: string): ReportTab {
  const found = model.tabs.find((tab) => tab.name === name);
  if (found === undefined) throw new Error(`no tab ${name}`);
  return found;
}

const overview = (assessment: Assessment) => named(reportOf(assessment), "融合总览");

/** What a heading says, on however many lines. */
const said = (heading: ReportCell | null | undefined) => String(heading?.value ?? "").replaceAll("\n", "");

/** The cell under a heading in the row that begins with a name. */
function cell(tab: ReportTab, name: string, heading: string): ReportCell | null {
  const header = tab.rows.find(({ cells }) => cells.some((each) => said(each) === heading));
  const column = header?.cells.findIndex((each) => said(each) === heading) ?? -1;
  return tab.rows.find(({ cells }) => cells[0]?.value === name)?.cells[column] ?? null;
}

const texts = (tab: ReportTab) => tab.rows.flatMap(({ cells }) => cells.map((each) => String(each?.value ?? "")));

/** A branch with the same score in every indicator of a subsystem. */
function standing(branch: string, party: Score, business: Score, fusion: Score) {
  const score = { 党建: party, 业务: business, 融合: fusion };
  return branchOf({
    branch,
    scores: SCHEME.map(({ subsystem }) =>
      subsystem === "党建" || subsystem === "业务" || subsystem === "融合" ? score[subsystem] : "未评",
    ),
  });
}

const quarters = () =>
  assessmentOf([
    standing("甲党支部", 0.9, 0.9, 0.9),
    standing("乙党支部", 0.5, 0.2, 0.4),
    standing("丙党支部", 0.2, 0.8, 0.4),
    standing("丁党支部", 0.1, 0.1, 0.1),
    standing("戊党支部", 0.9, 0.5, "未评"),
    standing("己党支部", 0.9, "未评", 0.9),
  ]);

describe("the row of a branch", () => {
  const assessment = representative();
  const tab = overview(assessment);

  it("names its heaviest problem beside its light, linked to the figures that it follows from", () => {
    const worst = cell(tab, "第二支部", "首要问题");
    expect(cell(tab, "第二支部", "状态")).toMatchObject({ value: "● 红", tone: "red" });
    expect(worst).toMatchObject({ value: "思想认识模糊性", link: { sheet: "问题诊断" } });
    const [row = 0] = /\d+$/u.exec(worst?.link?.cell ?? "") ?? [];
    expect(named(reportOf(assessment), "问题诊断").rows[Number(row) - 1]?.cells[0]?.value).toBe("思想认识模糊性");
  });

  it("says green where nothing is wrong, and 未评 where nothing could be diagnosed", () => {
    expect(["状态", "首要问题"].map((heading) => cell(tab, "第一支部", heading)?.value)).toEqual(["✔ 绿", "无"]);
    expect(["状态", "首要问题"].map((heading) => cell(tab, "第四支部", heading)?.value)).toEqual(["○ 未评", "未评"]);
  });

  it("names what costs it most points, linked to the attainment", () => {
    expect(cell(tab, "第二支部", "首要障碍")).toMatchObject({
      value: expect.stringMatching(/^业务结合率 \d+%$/u),
      link: { sheet: "指标得分" },
    });
    expect(cell(overview(assessmentOf([standing("甲", 1, 1, 1)])), "甲", "首要障碍")?.value).toBe("无");
    expect(cell(overview(assessmentOf([standing("甲", "未评", "未评", "未评")])), "甲", "首要障碍")?.value).toBe(
      "未评",
    );
  });

  it("among problems of one light takes that with more figures at their line", () => {
    const branch = branchOf({
      branch: "甲",
      scores: SCHEME.map(() => 0.5),
      lights: { 思想认识模糊性: "红", 老一套: "红" },
    });
    const heavier = branch.findings.map((finding) =>
      finding.problem === "老一套"
        ? { ...finding, rules: finding.rules.map((rule) => ({ ...rule, level: "红" as const })) }
        : finding,
    );
    expect(cell(overview(assessmentOf([branch])), "甲", "首要问题")?.value).toContain("思想认识模糊性");
    expect(cell(overview(assessmentOf([{ ...branch, findings: heavier }])), "甲", "首要问题")?.value).toContain(
      "老一套",
    );
  });
});

describe("how a figure was computed", () => {
  const model = reportOf({ ...representative(), showRanks: true });
  const target = (link: ReportCell["link"]) => {
    const [row = 0] = /\d+$/u.exec(link?.cell ?? "") ?? [];
    return link === undefined ? null : named(model, link.sheet).rows[Number(row) - 1]?.cells[0]?.value;
  };
  const headings = (tab: ReportTab) =>
    tab.rows.flatMap(({ cells }) =>
      cells.flatMap((each) => (each?.role === "header" && each.link !== undefined ? [each] : [])),
    );

  it("is one link away from every heading of 融合总览", () => {
    const found = headings(named(model, "融合总览")).map((each) => [said(each), target(each.link)]);
    expect(found).toEqual([
      ...["U党建", "U业务", "U融合"].map((name) => [name, "子系统指数U"]),
      ...["耦合度C", "发展度T", "协调度D", "协调等级", "联结度L", "融合指数F", "融合等级"].map((name) => [name, name]),
      ...["百分制", "档次", "可评率", "名次", "首要问题"].map((name) => [name, name]),
      ["首要障碍", "障碍度"],
    ]);
  });

  it("is one link away from every indicator and index of 指标得分", () => {
    const found = headings(named(model, "指标得分")).map(({ value, link }) => [String(value), String(target(link))]);
    for (const { code } of SCHEME) expect(found.filter(([from]) => from === code)).toEqual(Array(3).fill([code, code]));
    const tab = named(model, "指标得分");
    const rules = tab.rows.findIndex(({ cells }) => cells[0]?.value === "算法");
    const linked = (tab.rows[rules]?.cells ?? []).flatMap((each, column) =>
      each?.link === undefined ? [] : [[said(tab.rows[rules - 1]?.cells[column]), target(each.link)]],
    );
    expect(linked).toEqual([
      ...["U党建", "U业务", "U融合"].map((name) => [name, "子系统指数U"]),
      ...["耦合度C", "发展度T", "协调度D", "协调等级", "联结度L", "融合指数F", "融合等级"].map((name) => [name, name]),
      ...["基础分", "加分", "扣分", "百分制", "档次"].map((name) => [name, name]),
      ...["党建可评率", "业务可评率", "融合可评率", "可评率"].map((name) => [name, "可评率"]),
    ]);
  });

  it("stands in words with the limits that the run used", () => {
    const words = texts(named(model, "口径说明")).join("\n");
    expect(words).toContain("深度融合≥80，基本融合≥65，浅层融合≥50，其余为两张皮");
    expect(words).toContain("F＝100×√(D×L)");
  });
});

describe("the sentences of findings", () => {
  it("are three, each with a link to what it was built from", () => {
    const tab = overview(representative());
    const rows = tab.rows.filter(({ cells }) => cells.some((each) => /^[123]．/u.test(String(each?.value))));
    expect(rows.map(({ cells }) => cells.find((each) => each?.link !== undefined)?.link?.sheet)).toEqual([
      "指标得分",
      "问题诊断",
      "指标得分",
    ]);
  });

  it("do without 问题诊断 where it is not made", () => {
    const model = buildReport(representative(), {
      messages: workbookMessages,
      choices: { ...USUAL_REPORT, omittedTabs: ["diagnosis"] },
      generatedAt: "2021-12-31 09:00",
      version: "0.1.0",
      live: null,
    });
    const tab = named(model, "融合总览");
    const cells = tab.rows.flatMap(({ cells: own }) => own);
    expect(cells.filter((each) => each?.link?.sheet === "问题诊断" || /问题诊断'!/u.test(each?.formula ?? ""))).toEqual(
      [],
    );
    expect(cell(tab, "第二支部", "首要问题")?.value).toBe("思想认识模糊性");
  });
});

describe("the quadrants", () => {
  const model = reportOf(quarters());
  const [chart] = named(model, "融合总览").charts;

  it("hold every branch with both indices once, by 融合等级, and 未评 in grey", () => {
    expect(chart?.series.map(({ name, colour, labels }) => [name, colour, labels])).toEqual([
      ["深度融合", 0, ["甲"]],
      ["两张皮", 3, ["乙", "丙", "丁"]],
      ["未评", 4, ["戊"]],
    ]);
    const points = chart?.series.flatMap(({ categories, values }) =>
      Array.from({ length: values.rowCount }, (_, index) => [
        cellAt(model, "指标得分", (categories?.row ?? 0) + index, categories?.column ?? 0)?.value,
        cellAt(model, "指标得分", values.row + index, values.column)?.value,
      ]),
    );
    expect(points?.map((point) => point.map((value) => Number(value).toFixed(3)))).toEqual([
      ["0.900", "0.900"],
      ["0.500", "0.200"],
      ["0.200", "0.800"],
      ["0.100", "0.100"],
      ["0.900", "0.500"],
    ]);
  });

  it("are divided where 评选 sets its gate for subsystems, and counted in words below", () => {
    expect(chart?.crossing).toEqual({ category: 0.5, value: 0.5 });
    expect(texts(named(model, "融合总览")).join("\n")).toContain(
      "以0.5为界，两项均达到的（右上）2个支部，仅U党建达到的（右下）1个，仅U业务达到的（左上）1个，均未达到的（左下）1个；另有1个未评，不入图",
    );
  });

  it("name the points only where there is room for the names", () => {
    const many = (count: number) =>
      overview(
        assessmentOf(Array.from({ length: count }, (_, index) => standing(`第${index + 1}支部`, 0.6, 0.7, 0.8))),
      );
    expect(many(24).charts[0]?.series[0]?.labels).toHaveLength(24);
    expect(many(25).charts[0]?.series[0]?.labels).toBeUndefined();
  });

  it("leave a name out that would cover another, that of the higher level first", () => {
    const close = overview(
      assessmentOf([
        standing("甲支部", 0.8, 0.8, 0.9),
        standing("乙支部", 0.8, 0.81, 0.1),
        standing("丙支部", 0.2, 0.81, 0.1),
      ]),
    );
    expect(close.charts[0]?.series.map(({ name, labels }) => [name, labels])).toEqual([
      ["深度融合", [""]],
      ["两张皮", ["乙", "丙"]],
    ]);
  });

  it("keep whole names where shorter ones would not tell branches apart", () => {
    const twins = overview(assessmentOf([standing("机关支部", 0.6, 0.7, 0.8), standing("机关党支部", 0.9, 0.7, 0.8)]));
    expect(twins.charts[0]?.series[0]?.labels).toEqual(["机关支部", "机关党支部"]);
  });
});

it("counts of 融合等级 stand in the bars and in words, 未评 among them", () => {
  const model = reportOf(quarters());
  const tab = named(model, "融合总览");
  const [, bars] = tab.charts;
  const counts = Array.from({ length: bars?.categories.rowCount ?? 0 }, (_, index) => [
    cellAt(model, "指标得分", (bars?.categories.row ?? 0) + index, bars?.categories.column ?? 0)?.value,
    cellAt(model, "指标得分", (bars?.series[0]?.values.row ?? 0) + index, bars?.series[0]?.values.column ?? 0)?.value,
  ]);
  expect(counts).toEqual([
    ["深度融合", 1],
    ["基本融合", 0],
    ["浅层融合", 0],
    ["两张皮", 3],
    ["未评", 2],
  ]);
  expect(texts(tab).join("\n")).toContain("深度融合1个、基本融合0个、浅层融合0个、两张皮3个，未评2个");
});

it.each([1, 60, 200])("%i branches: every one has its line, and its lights in 问题诊断", (count) => {
  const model = reportOf(
    assessmentOf(Array.from({ length: count }, (_, index) => standing(`第${index + 1}支部`, 0.6, 0.7, 0.8))),
  );
  for (const name of ["融合总览", "问题诊断"]) {
    const lines = named(model, name).rows.filter(({ cells }) => /^第\d+支部$/u.test(String(cells[0]?.value)));
    expect(lines.length).toBeGreaterThanOrEqual(count);
  }
});

/** How small the tab is printed where it has to fit one page. */
function printedScale(tab: ReportTab, bodySize: number): number {
  const paper = printedArea(tab.orientation);
  const width = tab.widths.reduce((sum, each) => sum + columnPoints(each, bodySize), 0);
  const height = tab.rows
    .slice(tab.printed?.first ?? 0)
    .reduce((sum, { cells, height: own }) => sum + rowHeight(cells, own, bodySize), 0);
  return Math.min(1, paper.width / width, paper.height / height);
}

it.each(BODY_SIZES)(
  "twelve branches of four units stand on one page that is read with ease, in type of %d points",
  (bodySize) => {
    const units = ["天中市人民检察院", "东川县人民检察院", "西坪县人民检察院", "北原县人民检察院"];
    const branches = Array.from({ length: 12 }, (_, index) => ({
      ...standing(`第${index + 1}检察部党支部`, 0.2 + index / 20, 0.9 - index / 20, 0.5 + index / 30),
      unit: units[index % units.length] ?? null,
    }));
    const choices = { ...USUAL_REPORT, look: { ...USUAL_REPORT.look, bodySize } };
    const context = {
      messages: workbookMessages,
      choices,
      generatedAt: "2021-12-31 09:00",
      version: "0.1.0",
      live: null,
    };
    const tab = named(buildReport(assessmentOf(branches), context), "融合总览");
    expect(tab.onePage).toBe(true);
    expect(printedScale(tab, bodySize) * bodySize).toBeGreaterThan(8.75);
  },
);

it.each(["第一支部\n（机关）", "支部🙂", "שלום支部", "=SUM(A1)", "支部"])("a branch called %j is drawn", (name) => {
  const tab = overview(assessmentOf([standing(name, 0.6, 0.7, 0.8)]));
  expect(cell(tab, name, "档次")?.value).not.toBeNull();
  expect(tab.charts[0]?.series[0]?.labels?.[0]).not.toBe("");
});
