import { WireObject, defineMembers, type BoundMembers } from "../wire/wire-object";
import { requireOneOf } from "./arguments";
import type { Book } from "./book";

/** A service of the host outside the Excel classes. */
abstract class Service extends WireObject {
  override get isExcelClass(): boolean {
    return false;
  }
}

/** Where the library tells the host that the page's ribbon commands are registered. */
class AddinInternalService extends Service {
  readonly className = "AddinInternalService";
  readonly members: BoundMembers = addinInternalMembers.bind(this);
}

const addinInternalMembers = defineMembers<AddinInternalService>("AddinInternalService", {
  methods: { notifyActionHandlerReady: () => undefined },
});

/** Where the library tells the host that its custom functions can be called, and what they gave. */
class CustomFunctionsService extends Service {
  readonly className = "CustomFunctions";
  readonly members: BoundMembers = customFunctionsMembers.bind(this);

  constructor(readonly book: Book) {
    super();
  }
}

/**
 * What the runtime of custom functions may do here, by its own numbers: 1 divides results that are too large for one request, 2
 * waits 0.2 s between two requests with results where it else waits 0.5 s, 4 never waits longer than 2 s.
 */
const runtimeFeatures = [1, 2, 4];

const customFunctionsMembers = defineMembers<CustomFunctionsService>("CustomFunctions", {
  methods: {
    _SetOsfControlContainerReadyForCustomFunctions: ({ book }) => book.calls.ready(),
    _GetEnabledFeatures: () => runtimeFeatures,
    setInvocationArrayResults: ({ book }, [results]) => book.takeAnswers(results),
    setInvocationResults: ({ book }, [results]) => book.takeAnswers(results),
  },
});

/** Where the add-in shows and hides its pane: a page in the shared runtime lives on while its pane is closed. */
class AppRuntimeService extends Service {
  readonly className = "AppRuntimeService";
  readonly members: BoundMembers = appRuntimeMembers.bind(this);

  constructor(readonly book: Book) {
    super();
  }
}

const appRuntimeMembers = defineMembers<AppRuntimeService>("AppRuntimeService", {
  methods: {
    getAppRuntimeState: ({ book }) => (book.isPaneShown ? "Visible" : "Background"),
    setAppRuntimeState: ({ book }, [state]) => {
      book.isPaneShown = requireOneOf(state, ["Visible", "Background"]) === "Visible";
    },
  },
});

/** Makes the service of a type name; null where the host has none of that name. */
export function createService(typeName: string, book: Book): WireObject | null {
  switch (typeName) {
    case "Microsoft.InternalService.AddinInternalService":
      return new AddinInternalService();
    case "Microsoft.ExcelServices.CustomFunctions":
      return new CustomFunctionsService(book);
    case "Microsoft.AppRuntime.AppRuntimeService":
      return new AppRuntimeService(book);
    default:
      return null;
  }
}
