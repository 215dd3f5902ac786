import { WireObject, defineMembers, type BoundMembers } from "../wire/wire-object";

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

/** Where the library tells the host that its custom functions can be called. */
class CustomFunctionsService extends Service {
  readonly className = "CustomFunctions";
  readonly members: BoundMembers = customFunctionsMembers.bind(this);
}

const customFunctionsMembers = defineMembers<CustomFunctionsService>("CustomFunctions", {
  methods: {
    _SetOsfControlContainerReadyForCustomFunctions: () => undefined,
    _GetEnabledFeatures: () => [],
  },
});

/** Makes the service of a type name; null where the host has none of that name. */
export function createService(typeName: string): WireObject | null {
  switch (typeName) {
    case "Microsoft.InternalService.AddinInternalService":
      return new AddinInternalService();
    case "Microsoft.ExcelServices.CustomFunctions":
      return new CustomFunctionsService();
    default:
      return null;
  }
}
