/** What is known of a project that a linked case names. */
export interface LinkedProject {
  readonly ref: string;
  readonly savings: readonly {
    readonly lineId: string;
    readonly title: string;
    readonly costCentre: string;
  }[];
}

/** What is known of other projects: those that this one's linked cases name and the tracker holds. */
export interface Surroundings {
  readonly linked: readonly LinkedProject[];
}
