/**
 * Which documents hold a piece of text, and how well: exactly those in which it occurs, at any length,
 * inside words and across them. Of most words the index tells the places as they are; any other piece occurs where
 * its pairs of characters follow one another.
 */

import { FIELD, documentOf, fieldOf, lastOf, loadDocument, loadPlaces, pageOf } from "./wire.js";
import { normalise } from "./normalise.js";

/** @typedef {import("./wire.js").Index} Index */
/** @typedef {import("./wire.js").Places} Places */
/** @typedef {[number, number, number]} Above documents from and to which a title or a heading stands, and its score */
/**
 * @typedef {object} Hits
 * @property {Map<number, number>} scores from document to score
 * @property {Above[]} above
 */
/** @typedef {{place: number, wholeness: number}} Occurrence where it begins, and at how many ends it is a whole word */

/** More pairs than this are not compared, so that a pasted paragraph loads no more than a sentence. */
const MOST_PAIRS = 12;
/** Of a piece with more pairs than this, as a sentence, some are asked first: most sentences stand nowhere. */
const LONG = 6;
const PROBES = 3;
/** Where a word begins behind hiragana, two characters are rarer than elsewhere. */
const BOUNDARY = /[ぁ-ゖ][^ぁ-ゖ\p{P}]/u;
/** A title says what a thing is about, a text may only mention it. */
const WEIGHTS = { [FIELD.title]: 3, [FIELD.heading]: 4, [FIELD.text]: 1, [FIELD.aliases]: 3 };
/** A whole word leads half a word, and that one neighbouring letters, whatever the field. */
export const WHOLENESS = 16;

/** @returns {Hits} */
export const none = () => ({ scores: new Map(), above: [] });

/**
 * @param {Index} index
 * @param {string} piece normalised, not empty
 * @param {boolean} [whole] only where it is a whole word
 * @returns {Promise<Hits>}
 */
export async function find(index, piece, whole = false) {
  const telling = Array.from(piece).length > LONG * 2 ? BOUNDARY.exec(piece)?.[0] : undefined;
  // Most sentences stand nowhere: what is rarest in them is asked for first.
  if (telling && !(await loadPlaces(index, telling))) return none();
  const told = await loadPlaces(index, piece);
  if (told) return hitsOf(told, whole);
  return Array.from(piece).length > 2 ? findByPairs(index, piece, whole) : none();
}

/** @param {Places} places @param {boolean} [whole] @returns {Hits} what has a piece that is told as one */
export function hitsOf(places, whole = false) {
  const found = [...places.signs].map(([place, signs]) => ({ place, wholeness: (signs & 1) + (signs >> 1) }));
  return score(found, places.below, whole);
}

/** @param {Index} index @param {string} piece @param {boolean} whole @returns {Promise<Hits>} */
async function findByPairs(index, piece, whole) {
  const { offsets, complete } = cut(piece);
  const chars = Array.from(piece);
  /** @param {number[]} all */
  const listsOf = (all) =>
    Promise.all(
      all.map(async (offset) => {
        const places = await loadPlaces(index, chars.slice(offset, offset + 2).join(""));
        return { offset, places: places ?? { signs: new Map(), below: new Map() } };
      }),
    );
  // What begins with no pair of the index is found without asking for more.
  if ((await listsOf([0]))[0].places.signs.size === 0) return none();
  const isFirst = (/** @type {number} */ _, /** @type {number} */ i) =>
    offsets.length <= LONG || i % Math.ceil(offsets.length / PROBES) === 0;
  const first = await listsOf(offsets.filter(isFirst));
  if (first.some(({ places }) => places.signs.size === 0) || occurrences(first).length === 0) return none();
  const lists = offsets.every(isFirst) ? first : await listsOf(offsets);
  const hits = score(occurrences(lists), lists[0].places.below, whole);
  return complete ? hits : verified(index, piece, hits);
}

/**
 * Where to take pairs from a piece: every second character and the end; from a long one only some.
 *
 * @param {string} piece
 * @returns {{offsets: number[], complete: boolean}} complete: the pairs cover the piece
 */
export function cut(piece) {
  const last = Math.max(0, Array.from(piece).length - 2);
  const pairs = Math.ceil(last / 2) + 1;
  const taken = Math.min(pairs, MOST_PAIRS);
  const offsets = Array.from({ length: taken }, (_, i) =>
    i === taken - 1 ? last : pairs === taken ? i * 2 : Math.floor((last * i) / (taken - 1)),
  );
  return { offsets, complete: pairs === taken };
}

/**
 * Beginnings of the piece, with the signs of its first pair for the begin and of its last for the end.
 *
 * @param {{offset: number, places: Places}[]} lists in the order of the piece
 * @returns {Occurrence[]}
 */
function occurrences(lists) {
  const shortest = lists.reduce((a, b) => (b.places.signs.size < a.places.signs.size ? b : a));
  const [first, last] = [lists[0], lists[lists.length - 1]];
  const found = [];
  for (const place of shortest.places.signs.keys()) {
    const start = place - shortest.offset;
    if (!lists.every(({ offset, places }) => places.signs.has(start + offset))) continue;
    const begins = (first.places.signs.get(start) ?? 0) & 1;
    const ends = ((last.places.signs.get(start + last.offset) ?? 0) & 2) >> 1;
    found.push({ place: start, wholeness: begins + ends });
  }
  return found;
}

/**
 * @param {Occurrence[]} found
 * @param {Map<number, number>} below
 * @param {boolean} whole only whole words count
 * @returns {Hits}
 */
function score(found, below, whole) {
  /** @type {Map<number, {wholeness: number, fields: Set<number>, count: number}>} */
  const best = new Map();
  /** @type {Above[]} */
  const above = [];
  for (const { place, wholeness } of found) {
    if (whole && wholeness < 2) continue;
    const [document, field] = [documentOf(place), fieldOf(place)];
    const page = pageOf(document);
    if (field === FIELD.title) above.push([page, lastOf(page), wholeness * WHOLENESS + WEIGHTS[field]]);
    const length = field === FIELD.heading ? (below.get(document) ?? 0) : 0;
    if (length > 0) above.push([document + 1, document + length, wholeness * WHOLENESS + WEIGHTS[field]]);
    const known = best.get(document);
    if (!known || known.wholeness < wholeness) {
      best.set(document, { wholeness, fields: new Set([field]), count: 1 });
    } else if (known.wholeness === wholeness) {
      known.fields.add(field);
      known.count += 1;
    }
  }
  const scores = new Map();
  for (const [document, { wholeness, fields, count }] of best) {
    const weight = [...fields].reduce((sum, field) => sum + WEIGHTS[field], 0);
    scores.set(document, wholeness * WHOLENESS + weight + Math.min(count, 9) / 10);
  }
  return { scores, above };
}

/**
 * Those that hold the piece indeed. Few are asked: they already agree in many pairs at their distances.
 *
 * @param {Index} index
 * @param {string} piece
 * @param {Hits} hits
 * @returns {Promise<Hits>}
 */
async function verified(index, piece, { scores, above }) {
  const sound = await Promise.all(
    [...scores].map(async ([document, value]) => {
      const { page = "", heading = "", text = "", aliases = [] } = (await loadDocument(index, document)) ?? {};
      const holds = [page, heading, text, ...aliases].some((it) => normalise(it).includes(piece));
      return holds ? [document] : [];
    }),
  );
  const held = new Set(sound.flat());
  return { scores: new Map([...scores].filter(([document]) => held.has(document))), above };
}
