import type { CaseDocument } from '~/core/case/case-document';
import type { Pence } from '~/core/money/pence';
import { readMoney } from '~/core/money/read-money';

type Suggested = CaseDocument['suggested'];
type CostBaseline = Suggested['costBaselines'][number];
type Benchmark = Suggested['benchmarks'][number];
type Population = Suggested['populations'][number];

// Names are runs of capitalised words, with the small words that stand inside a council's or a service's name.
const NAME = "(?<!\\p{L})\\p{Lu}[\\p{L}&'’-]*(?: (?:(?:of|and|upon|the|&) )?\\p{Lu}[\\p{L}&'’-]*)*";
const PLACE = '(?<!\\p{L})\\p{Lu}[\\p{L}-]*(?: (?:(?:of|upon|and) )?\\p{Lu}[\\p{L}-]*)*';
const SERVICE = "(?<!\\p{L})\\p{Lu}[\\p{L}&'’-]*(?: \\p{Lu}[\\p{L}&'’-]*)*";
const SUM = '£ ?\\d[\\d,]*(?:\\.\\d+)? ?(?:k|mn?|bn|thousand|million|billion)?(?![\\p{L}\\d])';
const COUNT = '\\d{1,3}(?:,\\d{3})+|\\d{4,}';

/** What is longer is no sentence; looking for names in it would take too long. */
const LONGEST_SENTENCE = 2_000;

const pattern = (source: string): RegExp => new RegExp(source, 'gu');

const RUN_AT_COST = pattern(
  `(${SERVICE}) (?:is|are) (?:run|provided|delivered|operated|managed) by (${NAME}) (?:at a cost of|for|costing) (${SUM})`,
);
const SPENDS_WITH = pattern(
  `spends? (?:approx\\.? |about |around )?(${SUM}) (?:a year |per year |p\\.?a\\.? )?on ([^,.;]+?) with (${NAME})`,
);
const RUN_IN_HOUSE = pattern(`(${SERVICE}) (?:is|are) (?:run|provided|delivered|operated|managed) in-house`);
const ALSO_PAID = pattern(
  `(?:will include|includ(?:es?|ing)|such as) ((?:${SERVICE})(?:(?:,| and|, and) ${SERVICE})*)`,
);
const PAID = /\b(?:salar(?:y|ies)|paid|cost|costs|spend|spends)\b/iu;
const BENCHMARK = /\bbenchmark/iu;
const HOLDER = pattern(`(${NAME}) (?:has|have|pays?|spends?|runs?)\\b`);
const APPROXIMATE = new RegExp(`(?:approx\\w*\\.?|about|around|circa|c\\.|roughly|~) ?(?:${SUM})`, 'iu');
const RESIDENTS = pattern(`(${COUNT}) (?:residents|people|inhabitants|households)`);
const COMPARED = pattern(`compared (?:to|with) (${PLACE})['’]s (${COUNT})`);
const FIRST_PLACE = pattern(`^(${PLACE})\\b`);

/** Sentences of a text, each as it stands; abbreviations before a small letter, a figure or a sum end none. */
export const sentencesOf = (text: string): readonly string[] =>
  text
    .split('\n')
    .flatMap((entry) => entry.split(/(?<=[.!?])\s+(?=\p{Lu})/u))
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '');

function penceIn(words: string): Pence | undefined {
  const reading = readMoney(words, { negatives: false });
  return reading.ok ? reading.value : undefined;
}

const countIn = (words: string): number => Number(words.replace(/,/gu, ''));

/** Sums, populations and organisations found in prose, with the words they came from: suggestions, never figures. */
export function suggestionsIn(texts: readonly string[]): Suggested {
  const sentences = texts.flatMap(sentencesOf).filter(({ length }) => length <= LONGEST_SENTENCE);
  const { benchmarks, populations } = comparisonsIn(sentences);
  return { costBaselines: costBaselinesIn(sentences), benchmarks, populations };
}

function costBaselinesIn(sentences: readonly string[]): CostBaseline[] {
  const found = sentences.flatMap((from) => [
    ...[...from.matchAll(RUN_AT_COST)].flatMap(([, service, provider, sum]) =>
      known(service, provider, sum, from),
    ),
    ...[...from.matchAll(SPENDS_WITH)].flatMap(([, sum, service, provider]) =>
      known(service, provider, sum, from),
    ),
  ]);
  const unknown = sentences.flatMap((from) => unknownIn(from));
  // The same service is told of more than once, in a longer or a shorter way: the first telling stands.
  return [...found, ...unknown].filter(
    (each, index, all) => !all.slice(0, index).some((earlier) => isSameService(earlier, each)),
  );
}

const isSameService = (a: CostBaseline, b: CostBaseline): boolean => {
  const [shorter, longer] =
    a.service.length < b.service.length ? [a.service, b.service] : [b.service, a.service];
  return longer === shorter || longer.startsWith(`${shorter} `);
};

function known(service = '', provider = '', sum = '', from = ''): CostBaseline[] {
  const amount = penceIn(sum);
  return amount === undefined
    ? []
    : [
        {
          service: service.trim(),
          provider,
          amount: { state: 'given', value: amount, words: sum.trim() },
          from,
        },
      ];
}

const isTbc = (service: string, from: string): CostBaseline => ({ service, amount: { state: 'tbc' }, from });

function unknownIn(from: string): CostBaseline[] {
  const inHouse = [...from.matchAll(RUN_IN_HOUSE)].map(([, service = '']) => isTbc(service, from));
  if (!PAID.test(from)) return inHouse;
  const alsoPaid = [...from.matchAll(ALSO_PAID)].flatMap(([, services = '']) =>
    services
      .split(/, and |, | and /u)
      .filter((service) => service !== '')
      .map((service) => isTbc(service, from)),
  );
  return [...inHouse, ...alsoPaid];
}

function comparisonsIn(sentences: readonly string[]): { benchmarks: Benchmark[]; populations: Population[] } {
  const populations = sentences.flatMap(populationsIn);
  const benchmarks = sentences
    .filter((sentence) => BENCHMARK.test(sentence))
    .flatMap((from) => {
      const organisation = [...from.matchAll(HOLDER)][0]?.[1];
      const sum = [...from.matchAll(pattern(SUM))][0]?.[0];
      const annualCost = sum === undefined ? undefined : penceIn(sum);
      if (organisation === undefined || annualCost === undefined) return [];
      const own = populations.find(({ place }) => isPlaceOf(organisation, place));
      return [
        {
          organisation,
          annualCost,
          costApproximate: APPROXIMATE.test(from),
          ...(own ? { population: own.residents, from: `${from} ${own.from}` } : { from }),
        },
      ];
    });
  // A benchmark carries its own population; the others are of places the benchmark is compared to.
  const others = populations.filter(
    ({ place }) => !benchmarks.some(({ organisation }) => isPlaceOf(organisation, place)),
  );
  return { benchmarks, populations: others };
}

const isPlaceOf = (organisation: string, place: string): boolean =>
  organisation === place || organisation.endsWith(` ${place}`) || organisation.startsWith(`${place} `);

function populationsIn(from: string): Population[] {
  const subject = [...from.matchAll(FIRST_PLACE)][0]?.[1];
  const first = [...from.matchAll(RESIDENTS)][0]?.[1];
  return [
    ...(subject !== undefined && first !== undefined
      ? [{ place: subject, residents: countIn(first), from }]
      : []),
    ...[...from.matchAll(COMPARED)].map(([, place = '', count = '']) => ({
      place,
      residents: countIn(count),
      from,
    })),
  ];
}
