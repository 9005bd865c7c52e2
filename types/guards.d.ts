declare module '*/scripts/guards.mjs' {
  /** A guard of the workflow: its rule, where it stands, and what is put in its place when it is taken away. */
  export const GUARDS: readonly {
    readonly rule: number | string;
    readonly name: string;
    readonly file: string;
    readonly find: string;
    readonly replace: string;
  }[];
}
