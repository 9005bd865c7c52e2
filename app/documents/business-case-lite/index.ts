export { readBusinessCase, type CaseReading } from './read';
export { recordedWords } from './recorded-words';
export type { Fault } from './text-faults';
