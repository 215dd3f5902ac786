import { grouped } from "../../src/excel/grouped";
import { partition } from "../../src/excel/partition";

describe("areas of equal cells", () => {
  it("are gathered into one address each, single rows apart from higher areas", () => {
    const cells = ["aab", "aaa", "b b", "a a"];
    const keyOf = (row: number, column: number) => {
      const key = cells[row]?.[column] ?? " ";
      return key === " " ? null : key;
    };
    expect(
      grouped(partition(4, 3, keyOf)).map(({ key, isOneRow, addresses }) => [key, isOneRow, addresses.join(";")]),
    ).toEqual([
      ["a", true, "A1:B1,A2:C2,A4,C4"],
      ["b", true, "C1,A3,C3"],
    ]);
    expect(grouped(partition(3, 2, () => "a"))).toEqual([{ key: "a", isOneRow: false, addresses: ["A1:B3"] }]);
  });

  it("are cut into addresses short enough for Excel, with each area in one of them", () => {
    const rows = 5000;
    const [group] = grouped(partition(rows, 2, (row, column) => (row % 2 === column ? "a" : null)));
    const addresses = group?.addresses ?? [];
    expect(addresses.length).toBeGreaterThan(1);
    expect(Math.max(...addresses.map(({ length }) => length))).toBeLessThan(8192);
    expect(new Set(addresses.flatMap((address) => address.split(","))).size).toBe(rows);
  });
});
