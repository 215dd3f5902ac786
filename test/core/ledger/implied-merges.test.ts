import { headerLookup } from "../../../src/core/ledger/headers";
import { impliedMerges } from "../../../src/core/ledger/implied-merges";
import { TABLES } from "../../../src/core/ledger/schema";
import { DEFAULT_WORDS, vocabulary } from "../../../src/core/ledger/vocabulary";
import { atOnce } from "../../../src/core/steps";

const columns = TABLES.flatMap((table) => Object.keys(table.columns));
const lookup = headerLookup(vocabulary(DEFAULT_WORDS, columns).headers);

describe("merges that the values of a two-row header imply", () => {
  it("stretch an upper cell over the blanks beside it, as far as it names a column with the cell below", () => {
    const values = [
      ["任务", "支部", "党建", null, "业务", null, "备注"],
      [null, null, "部署日", "落实日", "部署日", "办理情况", null],
    ];
    expect(atOnce(impliedMerges(values, lookup))).toEqual([{ row: 0, column: 2, rowCount: 1, columnCount: 2 }]);
  });

  it("are none where each upper cell stands alone, nor in rows of data", () => {
    expect(
      atOnce(
        impliedMerges(
          [
            ["任务", "支部", "党建部署日", null],
            ["甲", "第一检察部", "2021-03-01", "落实日"],
            ["党建", null, "业务", null],
            ["乙", "第二检察部", "2021-03-01", "2021-04-01"],
          ],
          lookup,
        ),
      ),
    ).toEqual([]);
    expect(atOnce(impliedMerges([], lookup))).toEqual([]);
  });
});
