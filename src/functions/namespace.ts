/**
 * The namespace under which Excel knows the worksheet functions: `RONGHE.ATTAIN`. A build that is not for production carries another,
 * so that it can be installed beside the product; the build puts it in here.
 */
export const NAMESPACE: string = process.env.RONGHE_NAMESPACE ?? "RONGHE";
