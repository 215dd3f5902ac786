import { assess } from "../commands/assess";
import { freeze } from "../commands/freeze";
import { associateFunctions } from "../functions/associate";

associateFunctions();

// Excel regards the page as started only once it has asked.
void Office.onReady();

// The names under which the manifest's buttons find their commands.
Office.actions.associate("assess", (event: Office.AddinCommands.Event) => void assess(event));
Office.actions.associate("freeze", (event: Office.AddinCommands.Event) => void freeze(event));
