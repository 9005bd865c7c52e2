/** A file that came with a form, kept in a passing place until the form is done with. */
export interface UploadedFile {
  readonly field: string;
  /** The name given, made safe to show and to save under. */
  readonly name: string;
  /** By its content, never by its name or by what the browser said. */
  readonly type: string;
  readonly bytes: number;
  readonly path: string;
}

/** Why a file was not taken; the rest of the form was read all the same, so that nothing typed is lost. */
export interface FileFault {
  readonly field: string;
  readonly kind: 'too-large' | 'forbidden-type' | 'lying-name' | 'empty' | 'too-many';
  readonly message: string;
}

/** A form as it was sent: every value under its name, in order, line ends as line feeds. */
export interface SentForm {
  readonly fields: ReadonlyMap<string, readonly string[]>;
  readonly files: readonly UploadedFile[];
  readonly faults: readonly FileFault[];
}

/** The one value of a field; undefined when it was not sent, the first when sent more than once. */
export const fieldOf = (form: SentForm, name: string): string | undefined => form.fields.get(name)?.[0];

/** What was typed, by name, for drawing the form again. */
export const typedIn = (form: SentForm): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(form.fields);

/** Gathers fields under their limits. */
export class FieldGatherer {
  readonly fields = new Map<string, string[]>();
  #count = 0;

  constructor(private readonly most: number) {}

  /** Adds a value; false when there are too many or the name is none a form of ours has. */
  add(name: string, value: string): boolean {
    this.#count += 1;
    if (this.#count > this.most || name.length > LONGEST_NAME) return false;
    const values = this.fields.get(name);
    const clean = value.replace(/\r\n?/g, '\n');
    if (values) values.push(clean);
    else this.fields.set(name, [clean]);
    return true;
  }
}

export const LONGEST_NAME = 200;
