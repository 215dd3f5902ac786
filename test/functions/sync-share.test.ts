import { syncShare } from "../../src/functions/sync-share";
import { called } from "./called";

describe("SYNC_SHARE", () => {
  const day = "2021-03-10";
  const [near, far] = ["2021-03-17", "2021-03-18"];

  it("takes the mean over tasks, not over stages", () => {
    const party = [
      [day, day, day],
      [day, null, null],
    ];
    const business = [
      [near, far, far],
      [near, day, null],
    ];
    expect(called(syncShare, [party, business])).toBeCloseTo((1 / 3 + 1) / 2, 12);
  });

  it("counts dates as together up to the window, seven days where none is given", () => {
    expect(called(syncShare, [[[day, day]], [[near, far]]])).toBe(0.5);
    expect(called(syncShare, [[[day, day]], [[near, far]], 8])).toBe(1);
    expect(called(syncShare, [[[day, day]], [[near, far]], "6天"])).toBe(0);
  });

  it("gives the same for tasks of one stage as for one task of as many stages", () => {
    expect(
      called(syncShare, [
        [[day], [day], [null]],
        [[near], [far], [far]],
      ]),
    ).toBe(0.5);
  });

  it("leaves out tasks without a complete stage; where all are, there is no result", () => {
    expect(
      called(syncShare, [
        [[day], ["无"]],
        [[near], [near]],
      ]),
    ).toBe(1);
    expect(called(syncShare, [[[day, null]], [[null, day]]])).toMatchObject({ error: "#N/A" });
  });

  it("refuses matrices of different shape and a window below 0", () => {
    expect(called(syncShare, [[[day, day]], [[day]]])).toMatchObject({
      error: "#VALUE!",
      message: expect.stringContaining("“业务日期”"),
    });
    expect(called(syncShare, [[[day]], [[day]], -1])).toMatchObject({ error: "#VALUE!" });
  });

  it("does not depend on the order of the tasks", () => {
    const tasks = [
      [day, near],
      [day, far],
      [far, day],
    ];
    const share = called(syncShare, [tasks.map(([one]) => [one]), tasks.map(([, other]) => [other])]);
    const turned = tasks.toReversed();
    expect(called(syncShare, [turned.map(([one]) => [one]), turned.map(([, other]) => [other])])).toBe(share);
  });
});
