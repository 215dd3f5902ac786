/** Error codes of the Rich API that the stand-in answers with; `NotImplemented` is its own: the member exists, but not here. */
export type ApiErrorCode =
  | "AccessDenied"
  | "ApiNotFound"
  | "GeneralException"
  | "InvalidArgument"
  | "InvalidObjectPath"
  | "InvalidOperation"
  | "InvalidReference"
  | "ItemAlreadyExists"
  | "ItemNotFound"
  | "NotImplemented"
  | (string & {});

const standardMessages: Readonly<Record<string, string>> = {
  AccessDenied: "You cannot perform the requested operation.",
  ApiNotFound: "The API you are trying to use could not be found. It may be available in a newer version of Excel.",
  GeneralException: "There was an internal error while processing the request.",
  InvalidArgument: "The argument is invalid or missing or has an incorrect format.",
  InvalidObjectPath: "The object path is not valid.",
  InvalidOperation: "The operation attempted is invalid on the object.",
  InvalidReference: "This reference is not valid for the current operation.",
  ItemAlreadyExists: "A resource with the same name or identifier already exists.",
  ItemNotFound: "The requested resource doesn't exist.",
};

const httpStatus: Readonly<Record<string, number>> = {
  AccessDenied: 403,
  GeneralException: 500,
  ItemAlreadyExists: 409,
  ItemNotFound: 404,
  NotImplemented: 501,
};

/**
 * A refusal of the object model, sent to the client as `{Code, Message, HttpStatusCode, Location}`. Thrown inside the host
 * only: it ends the batch at the action that caused it, as in Excel.
 */
export class ApiError extends Error {
  readonly code: ApiErrorCode;
  readonly httpStatusCode: number;

  constructor(code: ApiErrorCode, message?: string) {
    super(message ?? standardMessages[code] ?? code);
    this.name = "ApiError";
    this.code = code;
    this.httpStatusCode = httpStatus[code] ?? 400;
  }
}
