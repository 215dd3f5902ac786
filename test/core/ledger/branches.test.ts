import fc from "fast-check";
import type { CellValue } from "../../../src/core/grid";
import { branchKey, unitForm, unitInName } from "../../../src/core/ledger/branches";
import { activitiesOf, readBook, rosterSheet, sheetOf } from "../../support/grid-builder";

type RosterRow = string | readonly CellValue[];

/** The branches that a 支部 cell counts for, joined with +; empty where it is unresolved. */
const resolve = (roster: readonly RosterRow[], cell: string, unit: string | null = null): string => {
  const sheet = sheetOf("活动台账", [
    ["支部", "日期", "类别", "单位"],
    [cell, 44300, "党课", unit],
  ]);
  const { rows, ledger } = readBook([rosterSheet(roster), sheet]);
  return (rows("活动台账")[0]?.branches ?? [])
    .map((index) => `${ledger.branches[index]?.unit ?? ""}${ledger.branches[index]?.name ?? ""}`)
    .join("+");
};

describe("the key of a branch (methodology §2, branches; §C.8)", () => {
  it.each([
    ["第一检察部党支部", "第一检察部"],
    ["第一检察部支部", "第一检察部"],
    ["第一检察部", "第一检察部"],
    ["第 1 检察部党支部", "第一检察部"],
    ["第１２检察部", "第十二检察部"],
    ["第20检察部", "第二十检察部"],
    ["第一检察部党支部委员会", "第一检察部"],
    ["中共天中市人民检察院第一检察部支部委员会", "第一检察部"],
    ["天中市检察院第一检察部党总支", "第一检察部"],
    ["市院第一检察部党支部", "第一检察部"],
    ["本院机关第一检察部", "第一检察部"],
    ["离退休（一）支部", "离退休一"],
    ["离退休(二)支部", "离退休二"],
    ["“办公室”党支部", "办公室"],
    ["机关党支部", "机关"],
    ["机关支部委员会", "机关"],
    ["市院机关党支部", "机关"],
    ["党支部", "党支部"],
    ["中共", "中共"],
  ])("of %p is %p", (name, key) => {
    expect(branchKey(name, []).key).toBe(key);
  });

  it("takes a roster 单位 away that does not end in 检察院", () => {
    expect(branchKey("东川县院第一检察部", ["东川县院"])).toEqual({
      key: "第一检察部",
      isUnit: false,
      units: ["东川县院"],
    });
  });

  it.each([
    "东川县检察院党支部",
    "东川县人民检察院支部",
    "中共东川县人民检察院支部委员会",
    "东川县院党支部",
    "东川县检察院",
  ])("of %p, which is a unit's only name, is the unit's", (name) => {
    expect(branchKey(name, ["东川县人民检察院"])).toMatchObject({ key: "东川县", isUnit: true });
  });

  it("does not change when it is taken again", () => {
    const part = fc.constantFrom(
      "中共",
      "市院",
      "机关",
      "东川县检察院",
      "第3",
      "检察部",
      "（一）",
      "党",
      "支部",
      "委员会",
      "总支",
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), (parts) => {
        const { key } = branchKey(parts.join(""), []);
        expect(key).not.toBe("");
        expect(branchKey(key, []).key).toBe(key);
      }),
    );
  });
});

describe("units (§C.9)", () => {
  it.each(["天中市人民检察院", "天中市检察院", "天中市院", "天中市", " 天 中 市 人民检察院"])(
    "takes %p for 天中市",
    (unit) => {
      expect(unitForm(unit)).toBe("天中市");
    },
  );

  it("finds the …检察院 in front of a name", () => {
    expect(unitInName("中共东川县人民检察院第一检察部支部")).toBe("东川县人民检察院");
    expect(unitInName("第一检察部党支部")).toBeNull();
  });
});

describe("which branch a cell names (methodology §2, branches)", () => {
  const one = ["第一检察部党支部", "办公室党支部"];

  it.each([
    "第一检察部党支部",
    "第一检察部 党支部",
    "第1检察部",
    "市院第一检察部支部",
    "第一检察部、",
    "中共某某市人民检察院第一检察部支部委员会",
  ])("resolves %p", (cell) => {
    expect(resolve(one, cell)).toBe("第一检察部党支部");
  });

  it.each(["第二检察部", "检察部", "第一检察", "未知"])("decides %p by equality, never by similarity", (cell) => {
    expect(resolve(one, cell)).toBe("");
  });

  it("lists what it cannot resolve, with its cell", () => {
    const book = readBook([rosterSheet(one), activitiesOf(["第一检察部", "第九检察部"])]);
    expect(book.cells("branchUnresolved")).toEqual(["A3"]);
  });

  it("takes a nameless branch beside a 单位 for the one that is named by the unit alone", () => {
    const roster = [
      ["第一检察部党支部", "天中市人民检察院"],
      ["东川县检察院党支部", "东川县人民检察院"],
    ];
    expect(resolve(roster, "党支部", "东川县检察院")).toBe("东川县人民检察院东川县检察院党支部");
    expect(resolve(roster, "机关党支部", "东川县院")).toBe("东川县人民检察院东川县检察院党支部");
    expect(resolve(roster, "党支部")).toBe("");
    expect(resolve(roster, "党支部", "天中市检察院")).toBe("");
  });

  it("prefers a name as written to a key", () => {
    expect(resolve(["甲支部", "甲党支部"], "甲党支部")).toBe("甲支部");
    expect(
      resolve(
        [
          ["机关支部", "东院"],
          ["机关党支部", "西院"],
        ],
        "机关支部",
      ),
    ).toBe("东院机关支部");
  });

  it("resolves a department to the branch whose 业务部门 it is, unless a key is equal", () => {
    const roster = [
      ["综合党支部", null, null, "办公室、政治部"],
      ["政治部党支部", null, null, "宣传处"],
    ];
    expect(resolve(roster, "办公室")).toBe("综合党支部");
    expect(resolve(roster, "政治部")).toBe("政治部党支部");
    expect(resolve(roster, "宣传处")).toBe("政治部党支部");
  });

  it("leaves a department of two branches unresolved", () => {
    expect(
      resolve(
        [
          ["甲支部", null, null, "办公室"],
          ["乙支部", null, null, "办公室"],
        ],
        "办公室",
      ),
    ).toBe("");
  });
});

describe("namesakes (methodology §2, branches; §C.9)", () => {
  const roster: readonly RosterRow[] = [
    ["第一检察部党支部", "天中市人民检察院", "市院", null],
    ["第一检察部党支部", "东川县人民检察院", "基层院", null],
    ["办公室党支部", "东川县人民检察院", "基层院", null],
  ];

  it.each<[string, string | null, string]>([
    ["第一检察部", null, ""],
    ["第一检察部党支部", null, ""],
    ["本院第一检察部", null, ""],
    ["市院第一检察部", null, "天中市人民检察院第一检察部党支部"],
    ["天中市检察院第一检察部", null, "天中市人民检察院第一检察部党支部"],
    ["中共天中市人民检察院第一检察部支部委员会", null, "天中市人民检察院第一检察部党支部"],
    ["东川县人民检察院第1检察部", null, "东川县人民检察院第一检察部党支部"],
    ["第一检察部", "东川县院", "东川县人民检察院第一检察部党支部"],
    ["第一检察部", "市院", "天中市人民检察院第一检察部党支部"],
    ["第一检察部", "西坪县人民检察院", ""],
    ["西坪县检察院第一检察部", null, ""],
    ["市院第一检察部", "东川县人民检察院", ""],
    ["办公室", null, "东川县人民检察院办公室党支部"],
    ["办公室党支部", "天中市人民检察院", ""],
    ["市院办公室", null, ""],
    ["第一检察部、办公室", "东川县人民检察院", "东川县人民检察院第一检察部党支部+东川县人民检察院办公室党支部"],
  ])("%p in unit %p is %p", (cell, unit, branch) => {
    expect(resolve(roster, cell, unit)).toBe(branch);
  });

  it("accept any unit where the roster gives none", () => {
    expect(resolve(["第一检察部党支部"], "市院第一检察部", "东川县人民检察院")).toBe("第一检察部党支部");
  });

  it("are told apart by the unit in front of their roster names where there is no 单位", () => {
    const named = ["天中市人民检察院第一检察部党支部", "东川县人民检察院第一检察部党支部"];
    expect(resolve(named, "东川县检察院第一检察部")).toBe("东川县人民检察院第一检察部党支部");
    expect(resolve(named, "第一检察部", "天中市院")).toBe("天中市人民检察院第一检察部党支部");
    expect(resolve(named, "第一检察部")).toBe("");
  });

  it("do not hang on 市院 where the roster does not say which unit that is", () => {
    expect(resolve([["办公室党支部", "天中市人民检察院", null, null]], "市院办公室")).toBe(
      "天中市人民检察院办公室党支部",
    );
  });
});

describe("several branches in a cell (methodology §2, branches; §C.10)", () => {
  const roster = ["甲支部", "乙支部", "甲乙支部"];

  it.each([
    ["甲支部、乙支部", "甲支部+乙支部"],
    ["甲，乙", "甲乙支部"],
    ["甲支部,乙支部", "甲支部+乙支部"],
    ["甲支部；乙支部", "甲支部+乙支部"],
    ["甲支部;乙支部", "甲支部+乙支部"],
    ["乙支部/甲支部", "乙支部+甲支部"],
    ["甲支部\n乙支部", "甲支部+乙支部"],
    ["甲支部、甲党支部", "甲支部"],
    ["甲支部、丙支部", ""],
  ])("%p counts for %p", (cell, branches) => {
    expect(resolve(roster, cell)).toBe(branches);
  });
});

describe("the roster (§C.10)", () => {
  it("keeps the first of duplicate keys and lists the others", () => {
    const book = readBook([rosterSheet(["第一检察部党支部", "第1检察部支部", "甲支部"])]);
    expect(book.branches).toEqual(["第一检察部党支部", "甲支部"]);
    expect(book.cells("rosterDuplicate")).toEqual(["A3"]);
    expect(book.rows("支部名册").map(({ branches }) => branches)).toEqual([[0], [], [1]]);
  });

  it("may stand in several places, which is listed", () => {
    const book = readBook([
      rosterSheet(["甲支部"]),
      sheetOf("另册", [
        ["支部", "书记"],
        ["乙支部", "张三"],
      ]),
    ]);
    expect(book.branches).toEqual(["甲支部", "乙支部"]);
    expect(book.codes).toContain("rosterRepeated");
    expect(book.ledger.branches[1]?.fields).toEqual({ 支部: "乙支部", 支部书记: "张三" });
  });
});

describe("branches from titles and sheet names (§C.7)", () => {
  const roster = rosterSheet(["第一检察部党支部", "第十一检察部党支部", "法警党支部", "二部党支部"]);
  const sheet = (name: string, titles: readonly (readonly CellValue[])[]): ReturnType<typeof sheetOf> =>
    sheetOf(name, [...titles, ["日期", "类别", "主题"], [44300, "党课", "甲"]]);
  const named = (name: string, ...titles: readonly string[]): string =>
    readBook([
      roster,
      sheet(
        name,
        titles.map((text) => [text]),
      ),
    ])
      .named("活动台账")
      .join(";");

  it.each([
    ["第一检察部", "第一检察部党支部"],
    ["第1检察部", "第一检察部党支部"],
    ["第1检察部（活动）", "第一检察部党支部"],
    ["法警", "法警党支部"],
    ["法警党支部2021", "法警党支部"],
  ])("takes the branch of the sheet's name %p", (name, branch) => {
    expect(named(name)).toBe(branch);
  });

  it.each(["法警2021", "二部台账", "第一检察部和法警党支部", "Sheet1"])(
    "finds no single branch in the sheet's name %p",
    (name) => {
      expect(readBook([roster, sheet(name, [])]).ledger.tables["活动台账"]).toBeUndefined();
    },
  );

  it("lets a hit inside a longer hit not count", () => {
    expect(named("x", "第十一检察部党支部2021年台账")).toBe("第十一检察部党支部");
  });

  it("prefers the title to the sheet's name", () => {
    expect(named("法警党支部", "第一检察部党支部2021年台账", "填报：法制处")).toBe("第一检察部党支部");
  });

  it("tries the sheet's name where the titles together name several branches", () => {
    expect(named("法警党支部", "第一检察部党支部", "二部党支部")).toBe("法警党支部");
  });

  it("reads titles only back to the previous table", () => {
    const both = sheetOf("x", [
      ["第一检察部党支部台账"],
      ["日期", "类别", "主题"],
      [44300, "党课", "甲"],
      ["法警党支部台账"],
      ["日期", "类别", "主题"],
      [44300, "党课", "乙"],
    ]);
    expect(readBook([roster, both]).named("活动台账")).toEqual(["第一检察部党支部", "法警党支部"]);
  });

  it("asks neither title nor name where the range has a column 支部", () => {
    const own = sheetOf("法警党支部", [["法警党支部台账"], ["支部", "日期", "类别"], ["二部", 44300, "党课"]]);
    expect(readBook([roster, own]).named("活动台账")).toEqual(["二部党支部"]);
  });

  it("does not make a roster of a form that names its branch in the title", () => {
    const form = sheetOf("x", [["法警党支部"], ["支部书记", "党员数"], ["张三", 3]]);
    expect(readBook([roster, form]).ledger.tables["支部名册"]?.read).toBe(4);
  });
});

describe("类别 from titles and sheet names (§C.7)", () => {
  const category = (name: string, ...titles: readonly string[]): string | null | undefined =>
    readBook([
      rosterSheet(["甲支部"]),
      sheetOf(name, [...titles.map((text) => [text]), ["支部", "日期", "主题"], ["甲支部", 44300, "课"]]),
    ]).rows("活动台账")[0]?.range.category;

  it.each([
    ["志愿服务活动记录", "志愿服务"],
    ["2021年支部委员会会议", "支委会"],
    ["党课", "党课"],
    ["书记讲党课情况", "党课"],
  ])("takes the category of the name %p", (name, value) => {
    expect(category(name)).toBe(value);
  });

  it.each(["2021学习", "志愿服务与主题党日", "台账"])("finds no single category of three characters in %p", (name) => {
    expect(category(name)).toBeUndefined();
  });

  it("prefers the title to the name", () => {
    expect(category("志愿服务", "主题党日活动登记")).toBe("主题党日");
  });

  it("does not ask where the range has a column 类别", () => {
    const sheet = sheetOf("志愿服务", [
      ["支部", "日期", "类别"],
      ["甲支部", 44300, null],
    ]);
    expect(readBook([sheet]).rows("活动台账")[0]?.range.category).toBeNull();
  });
});
