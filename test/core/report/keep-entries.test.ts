import fc from "fast-check";
import type { CellValue } from "../../../src/core/grid";
import { findEntries, type StandingCells } from "../../../src/core/report/find-entries";
import { keepEntries, type KeptTab } from "../../../src/core/report/keep-entries";
import type { ReportCell, ReportRow, ReportTab } from "../../../src/core/report/report-model";
import { keptMessages } from "../../../src/i18n/workbook-kept";

const words = (value: ReportCell["value"], more: Partial<ReportCell> = {}): ReportCell => ({
  value,
  role: "body",
  ...more,
});
const note = (branch: string, proposal: string | null = null) =>
  words(proposal, { role: "input", input: `note:${branch}` });
const row = (...cells: readonly (ReportCell | null)[]): ReportRow => ({ cells });
const branch = (name: string, figure: number, proposal: string | null = null): ReportRow =>
  row(words(name), words(figure, { role: "figure" }), note(name, proposal));

function tabOf(...rows: readonly ReportRow[]): ReportTab {
  return {
    key: "tasks",
    name: "整改任务",
    orientation: "portrait",
    widths: [20, 10, 30],
    freeze: { rows: 0, columns: 0 },
    rows: [row(words("整改任务", { role: "title" })), row(words("支部"), words("指数"), words("备注")), ...rows],
    merges: [],
    scales: [],
    charts: [],
  };
}

type Grid = { value: CellValue; formula: string | null }[][];

/** The cells of a tab as they stand once it is written, at least as large as asked for, to be edited. */
function written(tab: ReportTab, rowCount = 0, columnCount = 0): Grid {
  const width = Math.max(columnCount, tab.widths.length);
  return Array.from({ length: Math.max(rowCount, tab.rows.length) }, (_, line) =>
    Array.from({ length: width }, (__, column) => {
      const cell = tab.rows[line]?.cells[column] ?? null;
      return {
        value: cell?.entered?.value ?? cell?.value ?? null,
        formula: cell?.entered?.formula ?? cell?.formula ?? null,
      };
    }),
  );
}

const cells = (grid: Grid): StandingCells => ({
  values: grid.map((line) => line.map(({ value }) => value)),
  formulas: grid.map((line) => line.map(({ formula }) => formula)),
});

/** Refreshes a tab that stands as `grid` says. */
function refresh(next: ReportTab, previous: ReportTab | null, grid: Grid) {
  const findings = findEntries(previous, cells(grid));
  return { findings, kept: keepEntries(next, previous, findings, keptMessages, () => null) };
}

/** The tab as it stands after `edit`, refreshed to `next`. */
function edited(previous: ReportTab, edit: (grid: Grid) => void, next = previous, size: readonly number[] = []) {
  const grid = written(previous, ...size);
  edit(grid);
  return refresh(next, previous, grid);
}

const put =
  (value: CellValue, line: number, column: number, formula: string | null = null) =>
  (grid: Grid) => {
    const cell = grid[line]?.[column];
    if (cell === undefined) throw new Error("outside");
    Object.assign(cell, { value, formula });
  };

/** What a tab shows in a cell. */
const shown = ({ tab }: KeptTab, line: number, column: number) => {
  const cell = tab.rows[line]?.cells[column] ?? null;
  return cell?.entered?.value ?? cell?.value ?? null;
};

/** Rows of the section at the foot: what about, where, what. */
const section = ({ tab }: KeptTab) => {
  const start = tab.rows.findIndex(({ cells: line }) => line[0]?.value === keptMessages.heading);
  return start < 0
    ? []
    : tab.rows
        .slice(start + 3)
        .map(({ cells: line }) => line.map((cell) => cell?.entered?.value ?? cell?.value ?? null));
};

const two = tabOf(branch("第一支部", 0.5), branch("第二支部", 0.75));

describe("what the clerk wrote in a cell of hers", () => {
  it("stands there after a refresh", () => {
    const { kept, findings } = edited(two, put("请补报", 3, 2));
    expect(shown(kept, 3, 2)).toBe("请补报");
    expect(findings.replaced).toEqual([]);
    expect(kept).toMatchObject({ apart: 0, vacated: [] });
  });

  it("follows its branch to another row", () => {
    const { kept } = edited(two, put("请补报", 3, 2), tabOf(branch("新支部", 1), ...two.rows.slice(2)));
    expect([2, 3, 4].map((line) => shown(kept, line, 2))).toEqual([null, null, "请补报"]);
  });

  it("takes the place of a proposal, now and when the proposal changes", () => {
    const before = tabOf(branch("第一支部", 0.5, "张三"));
    const changed = tabOf(branch("第一支部", 0.5, "李四"));
    expect(shown(edited(before, put("王五", 2, 2), changed).kept, 2, 2)).toBe("王五");
    expect(shown(edited(before, () => undefined, changed).kept, 2, 2)).toBe("李四");
  });

  it("is nothing where she took the proposal away", () => {
    const before = tabOf(branch("第一支部", 0.5, "张三"));
    const { kept } = edited(before, put(null, 2, 2));
    expect(shown(kept, 2, 2)).toBe("");
    expect(shown(refresh(before, kept.tab, written(kept.tab)).kept, 2, 2)).toBe("");
  });

  it("stays as often as the tab is refreshed, and gives way to the proposal once she empties it", () => {
    const before = tabOf(branch("第一支部", 0.5));
    const once = edited(before, put("请补报", 2, 2)).kept;
    const twice = refresh(before, once.tab, written(once.tab)).kept;
    expect(twice).toEqual(once);
    const grid = written(twice.tab);
    put("", 2, 2)(grid);
    expect(shown(refresh(before, twice.tab, grid).kept, 2, 2)).toBeNull();
  });

  it("makes its row as high as it needs", () => {
    const { kept } = edited(two, put("很长的意见".repeat(20), 3, 2));
    expect(kept.tab.rows[3]?.height).toBeGreaterThan(100);
  });

  it("is found again where she inserted, deleted or sorted rows", () => {
    const three = tabOf(...["一", "二", "三"].map((name, index) => branch(`第${name}支部`, index / 4)));
    const fill = (grid: Grid) => [2, 3, 4].forEach((line) => put(`备注${line}`, line, 2)(grid));
    const blank = () => Array.from({ length: 3 }, () => ({ value: null, formula: null }));
    const notes = ({ kept }: { kept: KeptTab }) => [2, 3, 4].map((line) => shown(kept, line, 2));
    const all = ["备注2", "备注3", "备注4"];
    expect(notes(edited(three, (grid) => (fill(grid), grid.splice(3, 0, blank()))))).toEqual(all);
    expect(notes(edited(three, (grid) => (fill(grid), grid.splice(2, 3, ...grid.slice(2).reverse()))))).toEqual(all);
    expect(notes(edited(three, (grid) => (fill(grid), grid.splice(3, 1))))).toEqual(["备注2", null, "备注4"]);
    const column = (grid: Grid) => grid.forEach((line) => line.splice(1, 0, { value: null, formula: null }));
    const inserted = edited(three, (grid) => (fill(grid), column(grid)));
    expect(notes(inserted)).toEqual(all);
    expect([inserted.kept.apart, inserted.findings.replaced]).toEqual([0, []]);
  });

  it("keeps its formula where it stands, and what it showed where it moves", () => {
    const edit = put(2, 3, 2, "=1+1");
    expect(edited(two, edit).kept.tab.rows[3]?.cells[2]?.entered).toEqual({ value: 2, formula: "=1+1" });
    const moved = tabOf(branch("新支部", 1), ...two.rows.slice(2));
    expect(edited(two, edit, moved).kept.tab.rows[4]?.cells[2]?.entered).toEqual({ value: 2 });
  });
});

describe("an entry without a place", () => {
  const one = tabOf(branch("第一支部", 0.5));

  it("of a branch that is gone stands at the foot, off the paper, with what it was about", () => {
    const { kept } = edited(two, put("请补报", 3, 2), one);
    expect(section(kept)).toEqual([["第二支部", "C4", "请补报"]]);
    expect(kept).toMatchObject({ apart: 1, newlyApart: 1 });
    expect(kept.tab.printed).toEqual({ first: 0, last: 2 });
  });

  it("is told apart by branch, period and place, also of a branch without 单位", () => {
    const opinion = (input: string) => tabOf(row(words("意见")), row(words(null, { role: "input", input })));
    const { kept } = edited(
      opinion("opinion:/甲支部:2021年支部意见"),
      put("同意", 3, 0),
      opinion("opinion:/甲支部:2022年支部意见"),
    );
    expect(section(kept)).toEqual([["甲支部　2021年支部意见", "A4", "同意"]]);
  });

  it("stays there until she empties it, and moves back when its branch does", () => {
    const first = edited(two, put("请补报", 3, 2), one).kept;
    const again = refresh(one, first.tab, written(first.tab)).kept;
    expect(section(again)).toEqual(section(first));
    expect([again.apart, again.newlyApart]).toEqual([1, 0]);
    const back = refresh(two, again.tab, written(again.tab)).kept;
    expect([shown(back, 3, 2), section(back)]).toEqual(["请补报", []]);
    const grid = written(again.tab);
    put(null, grid.length - 1, 2)(grid);
    expect(section(refresh(one, again.tab, grid).kept)).toEqual([]);
  });

  it("stands at the foot of a tab with fewer columns than the section needs", () => {
    const narrow = { ...one, widths: [20], rows: one.rows.map(({ cells: line }) => row(line[0] ?? null)) };
    const { kept } = edited(two, put("请补报", 3, 2), narrow);
    expect(kept.tab.widths).toEqual([20, 20, 20]);
    expect(section(kept)).toHaveLength(1);
  });

  it("in an empty place of the tab stands at the foot", () => {
    const gap = tabOf(branch("第一支部", 0.5), row(null, null, null), branch("第二支部", 0.75));
    expect(section(edited(gap, put("另见附件", 3, 1)).kept)).toEqual([["（表内空白处）", "B4", "另见附件"]]);
  });

  it("beside or below the tab stays untouched as long as the tab does not reach it", () => {
    const edit = (grid: Grid) => {
      put("右侧", 3, 4)(grid);
      put("下方", 7, 0)(grid);
    };
    const same = edited(two, edit, two, [9, 6]).kept;
    expect(same).toMatchObject({ apart: 0, cleared: { rowCount: 4, columnCount: 3 }, vacated: [] });
    const longer = tabOf(...["一", "二", "三", "四", "五", "六"].map((name) => branch(`第${name}支部`, 0)));
    const grown = edited(two, edit, longer, [9, 6]).kept;
    expect(section(grown)).toEqual([["（表内空白处）", "A8", "下方"]]);
    expect(grown.cleared.rowCount).toBeGreaterThanOrEqual(13);
  });

  it("beside a row that is about something else now stands at the foot, and its cell is emptied", () => {
    const swapped = tabOf(branch("第二支部", 0.75), branch("第一支部", 0.5));
    const { kept } = edited(two, put("右侧", 3, 4), swapped, [4, 6]);
    expect(section(kept)).toEqual([["第二支部", "E4", "右侧"]]);
    expect(kept.vacated).toEqual([{ row: 3, column: 4 }]);
  });

  it("beside another task of the same branch stands at the foot too", () => {
    const task = (name: string) =>
      row(words("第一支部"), words(name), words(null, { role: "input", input: `note:${name}` }));
    const { kept } = edited(
      tabOf(task("甲"), task("乙")),
      put("已约谈", 3, 4),
      tabOf(task("丙"), task("甲"), task("乙")),
      [9, 6],
    );
    expect(section(kept)).toEqual([["第一支部", "E4", "已约谈"]]);
    expect(kept.vacated).toEqual([{ row: 3, column: 4 }]);
  });

  it("is any text that the new tab does not have, where the last report is not known", () => {
    const grid = written(two);
    put("请补报", 3, 2)(grid);
    expect(section(refresh(two, null, grid).kept)).toEqual([["（表内空白处）", "C4", "请补报"]]);
  });
});

describe("what she wrote over the product's", () => {
  it("is told and replaced; a text is kept at the foot too", () => {
    const edit = (grid: Grid) => {
      put(0.9, 2, 1)(grid);
      put("第一支部（更名）", 2, 0)(grid);
    };
    const { kept, findings } = edited(two, edit);
    expect(findings.replaced).toEqual([
      { cell: "A3", value: "第一支部（更名）", formula: null },
      { cell: "B3", value: 0.9, formula: null },
    ]);
    expect(kept.replaced).toEqual(findings.replaced);
    expect([shown(kept, 2, 0), shown(kept, 2, 1)]).toEqual(["第一支部", 0.5]);
    expect(section(kept)).toEqual([["第一支部", "A3", "第一支部（更名）"]]);
  });

  it("is nothing on a tab that the run has read, as far as the new tab says it too", () => {
    const read = { ...tabOf(branch("第一支部（更名）", 0.9), branch("第二支部", 0.75)), isRead: true } as const;
    const edit = (grid: Grid) => {
      put(0.9, 2, 1)(grid);
      put("第一支部（更名）", 2, 0)(grid);
      put("又一处", 3, 0)(grid);
    };
    const { kept } = edited(two, edit, read);
    expect(kept.replaced).toEqual([{ cell: "A4", value: "又一处", formula: null }]);
    expect(section(kept)).toEqual([["第二支部", "A4", "又一处"]]);
  });

  const live = tabOf(
    row(words("第一支部"), words(0.5, { formula: "='指标得分'!F12+RONGHE.U(活动台账!A3:L60)" }), note("第一支部")),
    row(words("合计"), words(0.5, { formula: "=SUM(B3:B3)" }), null),
  );

  it("is not a formula that follows sheets and rows, nor the figure that it gives now", () => {
    const { findings } = edited(live, (grid) => {
      put(0.6, 2, 1, "=指标得分!$F$13+RONGHE.U('活动 台账'!A3:L61)")(grid);
      put(0.6, 3, 1, "=SUM(B3:B4)")(grid);
    });
    expect(findings.replaced).toEqual([]);
  });

  it("is another formula, or a figure in the place of one formula of several", () => {
    expect(edited(live, put(2, 3, 1, "=MAX(B3:B3)")).findings.replaced).toEqual([
      { cell: "B4", value: 2, formula: "=MAX(B3:B3)" },
    ]);
    expect(edited(live, put(0.9, 3, 1)).findings.replaced).toEqual([{ cell: "B4", value: 0.9, formula: null }]);
  });

  it("is nothing on a tab that was turned into values", () => {
    const frozen = edited(live, (grid) => {
      put(0.6, 2, 1)(grid);
      put(0.6, 3, 1)(grid);
    });
    expect(frozen.findings.replaced).toEqual([]);
  });
});

it("no text of hers is ever lost, whatever she did to the tab and whatever the next run makes of it", () => {
  const names = ["第一支部", "第二支部", "第三支部", "第四支部"];
  const branches = fc.subarray(names, { minLength: 0 });
  const place = fc.record({ line: fc.nat(9), column: fc.nat(5) });
  const change = fc.record({ kind: fc.constantFrom("insert", "delete", "none"), line: fc.nat(7) });
  fc.assert(
    fc.property(
      branches,
      branches,
      fc.array(place, { maxLength: 6 }),
      change,
      (first, second, places, { kind, line }) => {
        const previous = tabOf(...first.map((name) => branch(name, 0.5)));
        const next = tabOf(...second.map((name) => branch(name, 0.5)));
        const grid = written(previous, 10, 6);
        if (kind === "insert")
          grid.splice(
            line,
            0,
            Array.from({ length: 6 }, () => ({ value: null, formula: null })),
          );
        if (kind === "delete") grid.splice(line, 1);
        const texts = new Map(places.map(({ line: at, column }) => [`${at}:${column}`, { at, column }]));
        const hers = [...texts.values()].filter(({ at }) => at < grid.length);
        hers.forEach(({ at, column }, index) => put(`她写的${index}`, at, column)(grid));
        let before = previous;
        let standing = grid;
        for (const tab of [next, previous]) {
          const { kept, findings } = refresh(tab, before, standing);
          const { cleared, vacated } = kept;
          const after = written(kept.tab, standing.length, 6);
          for (const [at, cellsOfLine] of standing.entries()) {
            for (const [column, cell] of cellsOfLine.entries()) {
              const isCleared = findings.isMoved || (at < cleared.rowCount && column < cleared.columnCount);
              const isVacated = vacated.some((one) => one.row === at && one.column === column);
              if (!isCleared && !isVacated) put(cell.value, at, column, cell.formula)(after);
            }
          }
          const all = after.flat().map(({ value }) => value);
          hers.forEach((_, index) => {
            expect(all.filter((value) => value === `她写的${index}`)).toHaveLength(1);
          });
          before = kept.tab;
          standing = after;
        }
      },
    ),
    { numRuns: 500 },
  );
});
