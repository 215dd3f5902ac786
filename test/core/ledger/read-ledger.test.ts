import fc from "fast-check";
import type { CellValue, WorkbookGrids } from "../../../src/core/grid";
import { mappingText } from "../../../src/core/ledger/edit-mapping";
import { readLedger } from "../../../src/core/ledger/read-ledger";
import { workbookRanges } from "../../../src/core/ledger/workbook-ranges";
import { isoOf } from "../../../src/core/calendar";
import { atOnce } from "../../../src/core/steps";
import { YEAR_2021, WORDS, activitiesOf, readBook, rosterSheet, sheetOf, workbookOf } from "../../support/grid-builder";

const TASK_HEADER = ["任务", "支部", "期限", "业务部署日", "党建部署日"];

describe("where a row stands in time (methodology §3)", () => {
  const task = (...dates: readonly CellValue[]): { day: string | null; codes: readonly string[] } => {
    const { rows, codes } = readBook([sheetOf("任务清单", [TASK_HEADER, ["甲", "甲支部", ...dates]])]);
    const day = rows("任务清单")[0]?.day ?? null;
    return { day: day === null ? null : isoOf(day), codes };
  };

  it("dates a task by 期限, else by 业务部署日, else by 党建部署日", () => {
    expect(task("2021.3.1", "2021.4.1", "2021.5.1").day).toBe("2021-03-01");
    expect(task("无", "2021.4.1", "2021.5.1").day).toBe("2021-04-01");
    expect(task(null, "/", "2021.5.1").day).toBe("2021-05-01");
  });

  it("leaves a task out and lists it where its 期限 is filled but unreadable", () => {
    expect(task("尽快", "2021.4.1", null)).toEqual({ day: null, codes: ["dateUnreadable"] });
  });

  it("lists a row without any date", () => {
    expect(task(null, null, "无")).toEqual({ day: null, codes: ["dateBlank"] });
  });

  it("goes on to the next date where a task list has no column 期限", () => {
    const { rows } = readBook([
      sheetOf("任务清单", [
        ["任务", "支部", "党建部署日"],
        ["甲", "甲支部", 44300],
      ]),
    ]);
    expect(rows("任务清单")[0]?.day).toBe(44300);
  });

  it("lists an unreadable 日期 with its cell", () => {
    const { cells, rows } = readBook([
      sheetOf("活动台账", [
        ["支部", "日期", "类别"],
        ["甲支部", "待定", "党课"],
      ]),
    ]);
    expect(cells("dateUnreadable")).toEqual(["B2"]);
    expect(rows("活动台账")[0]?.day).toBeNull();
  });

  it("takes a blank 期间 of 先锋岗 for the whole period, and so a missing column", () => {
    const header = ["姓名", "支部", "重大案件", "期间"];
    const post = (width: number): unknown =>
      readBook([sheetOf("先锋岗", [header.slice(0, width), ["张三", "甲支部", 1, null].slice(0, width)])]).rows(
        "先锋岗",
      )[0]?.span;
    expect([post(4), post(3)]).toEqual([YEAR_2021, YEAR_2021]);
  });

  it("lists a blank or unreadable 期间 elsewhere", () => {
    const header = ["期间", "姓名", "支部"];
    const { codes, rows } = readBook([
      sheetOf("星级记录", [header, ["/", "张三", "甲支部"], ["某月", "张三", "甲支部"]]),
    ]);
    expect(codes).toEqual(["periodCellBlank", "periodCellUnreadable"]);
    expect(rows("星级记录").map(({ span }) => span)).toEqual([null, null]);
  });
});

describe("error values (methodology §9)", () => {
  it("are blank, and listed with their cell, in recognised columns only", () => {
    const book = readBook([
      rosterSheet(["甲支部"]),
      sheetOf("活动台账", [
        ["支部", "日期", "类别", "公式"],
        ["甲支部", 44300, "党课", "#N/A"],
        ["#REF!", 44300, "#VALUE!", 1],
      ]),
    ]);
    expect(book.cells("errorValue")).toEqual(["A3", "C3"]);
    expect(book.named("活动台账")).toEqual(["甲支部", "甲支部"]);
  });
});

describe("reading as a whole", () => {
  it("says of every row where it came from", () => {
    const sheet = sheetOf(
      "活动台账",
      [
        ["支部", "日期", "类别"],
        ["甲支部", 44300, "党课"],
      ],
      { at: "D7" },
    );
    const [row] = readBook([sheet]).rows("活动台账");
    expect(row).toMatchObject({ row: 7, range: { sheet: "活动台账", column: 3, firstRow: 6, lastRow: 7 } });
  });

  it("pauses often while it recognises, in a plain sheet and in an Excel table, known and unknown", () => {
    const long = activitiesOf(Array.from({ length: 12_000 }, (_, index) => `第${index % 7}支部`));
    const area = { row: long.row, column: long.column, rowCount: long.values.length, columnCount: 3 };
    const table = { name: "表1", area, hasHeaders: true, hasTotals: false };
    const book = workbookOf([
      long,
      { ...long, name: "又一本", tables: [table] },
      sheetOf(
        "无关",
        Array.from({ length: 12_000 }, () => ["甲", 1]),
      ),
    ]);
    const rows = 12_001 + 12_001 + 12_000;
    const steps = [...workbookRanges(book, WORDS)];
    expect(new Set(steps.map(({ total }) => total))).toEqual(new Set([2 * rows]));
    const first = steps.map(({ done }) => done).filter((done) => done <= rows);
    expect(first[first.length - 1]).toBe(rows);
    const gaps = first.map((done, index) => done - (first[index - 1] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...gaps)).toBeLessThanOrEqual(2000);
  });

  it("pauses often while it looks for lost headers of a confirmed range", () => {
    const long = activitiesOf(Array.from({ length: 12_000 }, () => "第一支部"));
    const range = { sheet: long.name, table: "活动台账", columns: { 支部: "支部", 日期: "几时" } };
    const stale = workbookOf([long], { mapping: mappingText([range]) });
    const pauses = (book: WorkbookGrids) => [...workbookRanges(book, WORDS)].length;
    expect(atOnce(workbookRanges(stale, WORDS)).stale).toEqual([range]);
    expect(pauses(stale) - pauses(workbookOf([long]))).toBeGreaterThanOrEqual(12_000 / 2000);
  });

  it("does not depend on where it pauses, and pauses often in a long ledger", () => {
    const book = workbookOf([activitiesOf(Array.from({ length: 12_000 }, (_, index) => `第${index % 7}支部`))]);
    const found = atOnce(workbookRanges(book, WORDS));
    const context = { words: WORDS, period: YEAR_2021, wholePeriod: YEAR_2021, date1904: false };
    const steps = [...readLedger(found, context)];
    expect(steps.map(({ done }) => done)).toEqual([0, 5000, 10_000, 12_000]);
    expect(new Set(steps.map(({ total }) => total))).toEqual(new Set([12_000]));
    const two = [readLedger(found, context), readLedger(found, context)] as const;
    two[0].next();
    const apart = atOnce(two[1]);
    expect(atOnce(two[0])).toEqual(apart);
  });

  it("does not depend on the order of rows", () => {
    const cell = fc.constantFrom("甲支部", "甲", "乙党支部", "乙、甲", "丙", "市院乙支部");
    const date = fc.constantFrom<CellValue>(44300, "2021.4.6", "待定", null, "5月1日");
    const rows = fc.array(fc.tuple(cell, date, fc.constantFrom("党课", "支委会", "/")), {
      minLength: 1,
      maxLength: 12,
    });
    const read = (data: readonly (readonly CellValue[])[]): string[] => {
      const { rows: found } = readBook([
        rosterSheet(["甲支部", "乙支部"]),
        sheetOf("台账", [["支部", "日期", "类别"], ...data]),
      ]);
      return found("活动台账")
        .map(({ cells, branches, day }) => JSON.stringify([cells, branches, day]))
        .sort();
    };
    fc.assert(
      fc.property(rows, fc.integer(), (data, seed) => {
        const shuffled = data
          .map((row, index) => ({ row, key: (index * 7919 + seed) % 101 }))
          .sort((a, b) => a.key - b.key)
          .map(({ row }) => row);
        expect(read(shuffled)).toEqual(read(data));
      }),
    );
  });

  it("does not depend on the order of columns", () => {
    const columns = [
      ["支部", "甲支部"],
      ["日期", 44300],
      ["类别", "党课"],
      ["主题", "课"],
      ["应到", 5],
    ] as const;
    fc.assert(
      fc.property(fc.shuffledSubarray([...columns], { minLength: columns.length }), (order) => {
        const { rows } = readBook([sheetOf("x", [order.map(([name]) => name), order.map(([, cell]) => cell)])]);
        const [row] = rows("活动台账");
        expect(columns.map(([field]) => row?.cells[row.range.columns[field] ?? -1])).toEqual(
          columns.map(([, cell]) => cell),
        );
      }),
    );
  });
});
