import { createInterpreter } from "../../../src/workbench/wire/interpreter";
import type { MemberTables } from "../../../src/workbench/wire/member-tables";
import { parseBatch } from "../../../src/workbench/wire/protocol";
import { WireObject, defineMembers, type BoundMembers } from "../../../src/workbench/wire/wire-object";

const at = (version: string) => ({ name: "ExcelApi", version });

/** A made-up library: a shelf of books. */
const tables: MemberTables = {
  Shelf: {
    isCollection: false,
    aliases: {},
    properties: {},
    navigation: { Books: { name: "books", type: "BookCollection", set: at("1.1") } },
    methods: {
      Burn: { name: "burn", type: null, parameters: [], set: at("1.15") },
      Dust: { name: "dust", type: null, parameters: [], set: at("1.1") },
    },
  },
  BookCollection: {
    isCollection: true,
    aliases: {},
    properties: { Count: { name: "count", writable: false, set: at("1.1") } },
    navigation: {},
    methods: {
      Indexer: { name: "getItem", type: "Book", parameters: ["title"], set: at("1.1") },
      GetItemOrNullObject: { name: "getItemOrNullObject", type: "Book", parameters: ["title"], set: at("1.4") },
    },
  },
  Book: {
    isCollection: false,
    aliases: { Heading: "Title" },
    properties: {
      Title: { name: "title", writable: true, set: at("1.1") },
      Pages: { name: "pages", writable: false, set: at("1.1") },
      Weight: { name: "weight", writable: true, set: at("1.1") },
    },
    navigation: {},
    methods: { IsLongerThan: { name: "isLongerThan", type: null, parameters: ["other"], set: at("1.1") } },
  },
};

class Book extends WireObject {
  readonly className = "Book";
  readonly members: BoundMembers = bookMembers.bind(this);
  constructor(
    public title: string,
    readonly pages: number,
  ) {
    super();
  }
}
const bookMembers = defineMembers<Book>("Book", {
  properties: {
    title: {
      get: (book) => book.title,
      set: (book, value) => {
        book.title = String(value);
      },
    },
    pages: { calculated: true, get: (book) => book.pages },
  },
  methods: { isLongerThan: (book, [other]) => other instanceof Book && book.pages > other.pages },
});

class Books extends WireObject {
  readonly className = "BookCollection";
  readonly members: BoundMembers = booksMembers.bind(this);
  constructor(readonly list: readonly Book[]) {
    super();
  }
  override get items() {
    return this.list;
  }
}
const booksMembers = defineMembers<Books>("BookCollection", {
  properties: { count: { get: (books) => books.list.length } },
  methods: {
    getItem: (books, [title]) => books.list.find((book) => book.title === title),
    getItemOrNullObject: (books, [title]) => books.list.find((book) => book.title === title) ?? null,
  },
});

class Shelf extends WireObject {
  readonly className = "Shelf";
  readonly members: BoundMembers = shelfMembers.bind(this);
  readonly books = new Books([new Book("甲", 100), new Book("乙", 200), new Book("丙", 300)]);
}
const shelfMembers = defineMembers<Shelf>("Shelf", {
  navigation: { books: (shelf) => shelf.books },
  methods: {
    dust: () => {
      throw new RangeError("A bug of the host");
    },
  },
});

const paths = {
  1: { Id: 1, ObjectPathType: 1, Name: "" },
  2: { Id: 2, ObjectPathType: 4, Name: "Books", ParentObjectPathId: 1 },
  3: { Id: 3, ObjectPathType: 5, Name: "", ParentObjectPathId: 2, ArgumentInfo: { Arguments: ["甲"] } },
  4: { Id: 4, ObjectPathType: 5, Name: "", ParentObjectPathId: 2, ArgumentInfo: { Arguments: ["乙"] } },
  5: {
    Id: 5,
    ObjectPathType: 3,
    Name: "GetItemOrNullObject",
    ParentObjectPathId: 2,
    ArgumentInfo: { Arguments: ["无"] },
  },
};

function start(options: { settle?: () => Promise<void> | null } = {}) {
  const defects: unknown[] = [];
  let ended = 0;
  const interpreter = createInterpreter({
    root: new Shelf(),
    createService: () => null,
    tables,
    offered: { ExcelApi: "1.14" },
    settle: options.settle ?? (() => null),
    onDefect: (error) => defects.push(error),
    beforeBatch: () => null,
    afterBatch: () => {
      ended += 1;
    },
  });
  const run = (actions: readonly object[], more: object = {}) =>
    interpreter.execute(
      parseBatch(
        JSON.stringify({
          Actions: actions.map((action, index) => ({ Id: 10 + index, ...action })),
          ObjectPaths: { ...paths, ...more },
        }),
      ),
    );
  return { run, interpreter, defects, ended: () => ended };
}

const instantiate = (path: number) => ({ ActionType: 1, ObjectPathId: path });
const query = (path: number, select: readonly string[], more: object = {}) => ({
  ActionType: 2,
  ObjectPathId: path,
  QueryInfo: { Select: select, ...more },
});
const set = (path: number, name: string, value: unknown) => ({
  ActionType: 4,
  Name: name,
  ObjectPathId: path,
  ArgumentInfo: { Arguments: [value] },
});
const call = (path: number, name: string, args: readonly unknown[] = [], referenced?: readonly number[]) => ({
  ActionType: 3,
  Name: name,
  ObjectPathId: path,
  ArgumentInfo: { Arguments: args, ...(referenced === undefined ? {} : { ReferencedObjectPathIds: referenced }) },
});
const values = async (running: ReturnType<ReturnType<typeof start>["run"]>) =>
  (await running).Results.map((result) => result.Value);

describe("the interpreter", () => {
  test("reads what was asked for and nothing else", async () => {
    expect(await values(start().run([query(3, ["title"])]))).toEqual([{ Title: "甲" }]);
  });

  test("reads every implemented property where no name is given", async () => {
    expect(await values(start().run([query(3, [])]))).toEqual([{ Title: "甲", Pages: 100 }]);
  });

  test("reads items of a collection, paged", async () => {
    expect(await values(start().run([query(2, ["count", "items/title"], { Skip: 1, Top: 1 })]))).toEqual([
      { Count: 3, _Items: [{ Title: "乙", _Index: 1 }] },
    ]);
  });

  test("sets a property, under its other wire name too, and by an update", async () => {
    const { run } = start();
    await run([set(3, "Heading", "新")]);
    expect(
      await values(
        run([
          query(4, ["title"]),
          { ActionType: 9, ObjectPathId: 4, ObjectState: { title: "二" } },
          query(2, ["title"]),
        ]),
      ),
    ).toEqual([
      { Title: "乙" },
      null,
      {
        _Items: [
          { Title: "新", _Index: 0 },
          { Title: "二", _Index: 1 },
          { Title: "丙", _Index: 2 },
        ],
      },
    ]);
  });

  test("answers a query as JSON in the client's names", async () => {
    expect(await values(start().run([{ ...query(3, ["title"]), ActionType: 7 }]))).toEqual([{ title: "甲" }]);
  });

  test("passes objects of the client as objects", async () => {
    expect(await values(start().run([call(4, "IsLongerThan", [3], [3]), call(3, "IsLongerThan", [4], [4])]))).toEqual([
      true,
      false,
    ]);
  });

  test("gives null for a null object and leaves calls on it undone", async () => {
    expect(await values(start().run([instantiate(5), query(5, ["title"]), call(5, "IsLongerThan")]))).toEqual([
      null,
      null,
      null,
    ]);
  });

  test("refuses to set a property of a null object", async () => {
    expect((await start().run([set(5, "Title", "x")])).Error).toMatchObject({ Code: "ItemNotFound" });
  });

  test("keeps an object by reference until the reference is given back", async () => {
    const { run, interpreter } = start();
    const kept = { 9: { Id: 9, ObjectPathType: 6, Name: "_ref{1}" } };
    expect(await values(run([call(3, "_KeepReference"), instantiate(3)]))).toEqual([null, { _ReferenceId: "_ref{1}" }]);
    expect(await values(run([query(9, ["title"])], kept))).toEqual([{ _ReferenceId: "_ref{1}", Title: "甲" }]);
    await run([call(1, "_RemoveReference", ["_ref{1}"])]);
    expect(interpreter.referenceCount()).toBe(0);
    expect((await run([query(9, ["title"])], kept)).Error).toMatchObject({ Code: "InvalidReference" });
  });

  test("evaluates an object's path once, so that later changes do not move it", async () => {
    const { run } = start();
    expect(await values(run([instantiate(3), set(3, "Title", "改名"), query(3, ["title"])]))).toEqual([
      {},
      null,
      { Title: "改名" },
    ]);
  });

  test("answers a trace with a result and its id", async () => {
    const response = await start().run([{ ActionType: 5, ObjectPathId: 1 }]);
    expect(response).toEqual({ Results: [{ ActionId: 10, Value: null }], TraceIds: [10] });
  });

  test("ends at the first failure, keeps what was done before and says where it failed", async () => {
    const { run } = start();
    const response = await run([set(3, "Title", "留下"), set(3, "Pages", 1), set(4, "Title", "没有")]);
    expect(response.Error).toMatchObject({ Code: "InvalidOperation", Location: "Book.pages", ActionIndex: 1 });
    expect(response.Results).toHaveLength(1);
    expect(await values(run([query(2, ["title"])]))).toEqual([
      {
        _Items: [
          { Title: "留下", _Index: 0 },
          { Title: "乙", _Index: 1 },
          { Title: "丙", _Index: 2 },
        ],
      },
    ]);
  });

  test.each([
    ["a member that the library does not know", call(3, "Fly"), { Code: "ApiNotFound", Location: "Book.fly" }],
    [
      "a property that the library does not know",
      query(3, ["colour"]),
      { Code: "ApiNotFound", Location: "Book.colour" },
    ],
    ["a member above the offered requirement set", call(1, "Burn"), { Code: "ApiNotFound", Location: "Shelf.burn" }],
    [
      "a member that is not implemented",
      query(3, ["weight"]),
      { Code: "NotImplemented", Location: "Book.weight", HttpStatusCode: 501 },
    ],
    ["a setter that is not implemented", set(3, "Weight", 1), { Code: "NotImplemented", Location: "Book.weight" }],
    ["a kind of action that is not implemented", { ActionType: 8, ObjectPathId: 3 }, { Code: "NotImplemented" }],
    ["a service that is not offered", instantiate(6), { Code: "ApiNotFound", Location: "Some.Service" }],
  ])("refuses %s", async (_what, action, error) => {
    const service = { 6: { Id: 6, ObjectPathType: 2, Name: "Some.Service" } };
    expect((await start().run([action], service)).Error).toMatchObject(error);
  });

  test("reports a defect of the host and answers it as an internal error", async () => {
    const { run, defects } = start();
    expect((await run([call(1, "Dust")])).Error).toMatchObject({ Code: "GeneralException", HttpStatusCode: 500 });
    expect(defects).toEqual([expect.objectContaining({ message: "A bug of the host" })]);
  });

  test("waits for a calculation before it reads what depends on it, and only then", async () => {
    let waits = 0;
    const { run } = start({
      settle: () => {
        waits += 1;
        return Promise.resolve();
      },
    });
    await run([query(3, ["title"]), query(2, ["title"])]);
    expect(waits).toBe(0);
    await run([query(2, ["title", "pages"])]);
    expect(waits).toBe(1);
  });

  test("runs batches one after another and tells when each is over", async () => {
    const { run, ended } = start();
    const [first, second] = await Promise.all([run([set(3, "Title", "一")]), run([query(2, ["count"])])]);
    expect([first.Error, second.Error, ended()]).toEqual([undefined, undefined, 2]);
  });
});

test("a body that is no request is refused", () => {
  expect(() => parseBatch("[]")).toThrow("The request is not an object.");
  expect(() => parseBatch('{"Actions":[{"Id":1,"ActionType":77}]}')).toThrow("Unknown kind on the wire");
});
