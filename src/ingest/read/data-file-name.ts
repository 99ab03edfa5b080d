const DATA_FILE = /\.(csv|tsv|tab|txt|xlsx|xlsm|gz|zip)$/i;

/** Whether a file may hold sales, by the end of its name. */
export const isDataFileName = (name: string): boolean => DATA_FILE.test(name);
