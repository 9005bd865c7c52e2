export interface HiddenFieldsProps {
  /** Name to value; a list sends the name once for each; undefined is left out. */
  values: Readonly<Record<string, string | number | readonly string[] | undefined>>;
}

/** What a form sends without asking. */
export function HiddenFields({ values }: HiddenFieldsProps) {
  return (
    <>
      {Object.entries(values).flatMap(([name, value]) => {
        if (value === undefined) return [];
        const all = Array.isArray(value) ? value : [value];
        return all.map((one, index) => (
          <input key={`${name}-${index}`} type="hidden" name={name} value={String(one)} />
        ));
      })}
    </>
  );
}
