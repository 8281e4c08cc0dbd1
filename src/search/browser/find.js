/**
 * Which documents hold a piece of text, and how well: exactly those in which it occurs, at any length,
 * inside words and across them. A piece occurs where its pairs of characters follow one another.
 */

import { FIELD, documentOf, fieldOf, loadDocument, loadPlaces } from "./wire.js";
import { normalise } from "./normalise.js";

/** @typedef {import("./wire.js").Index} Index */

/** More pairs than this are not compared, so that a pasted paragraph loads no more than a sentence. */
const MOST_PAIRS = 12;
/** Of a piece with more pairs than this, as a sentence, some are asked first: most sentences stand nowhere. */
const LONG = 6;
const PROBES = 3;
/** A title says what a thing is about, a text may only mention it. */
const WEIGHT = { [FIELD.title]: 2, [FIELD.heading]: 4, [FIELD.text]: 1, [FIELD.aliases]: 3 };
/** A whole word leads half a word, and that one neighbouring letters, whatever the field. */
export const WHOLENESS = 16;

/**
 * @param {Index} index
 * @param {string} piece normalised, not empty
 * @param {boolean} [whole] only where it is a whole word
 * @returns {Promise<Map<number, number>>} from document to score
 */
export async function find(index, piece, whole = false) {
  const { offsets, complete } = cut(piece);
  const chars = Array.from(piece);
  const listsOf = (all) =>
    Promise.all(
      all.map(async (offset) => ({ offset, places: await loadPlaces(index, chars.slice(offset, offset + 2).join("")) })),
    );
  const isFirst = (_, i) => offsets.length <= LONG || i % Math.ceil(offsets.length / PROBES) === 0;
  const first = await listsOf(offsets.filter(isFirst));
  if (first.some(({ places }) => places.size === 0) || occurrences(first).length === 0) return new Map();
  const lists = offsets.every(isFirst) ? first : await listsOf(offsets);
  const scores = score(occurrences(lists).filter(({ wholeness }) => !whole || wholeness === 2));
  return complete ? scores : verified(index, piece, scores);
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
 * @param {{offset: number, places: Map<number, number>}[]} lists in the order of the piece
 * @returns {{place: number, wholeness: number}[]}
 */
function occurrences(lists) {
  const shortest = lists.reduce((a, b) => (b.places.size < a.places.size ? b : a));
  const [first, last] = [lists[0], lists[lists.length - 1]];
  const found = [];
  for (const place of shortest.places.keys()) {
    const start = place - shortest.offset;
    if (!lists.every(({ offset, places }) => places.has(start + offset))) continue;
    const begins = first.places.get(start) & 1;
    const ends = (last.places.get(start + last.offset) & 2) >> 1;
    found.push({ place: start, wholeness: begins + ends });
  }
  return found;
}

/** @param {{place: number, wholeness: number}[]} found @returns {Map<number, number>} */
function score(found) {
  /** @type {Map<number, {wholeness: number, fields: Set<number>, count: number}>} */
  const best = new Map();
  for (const { place, wholeness } of found) {
    const document = documentOf(place);
    const known = best.get(document);
    if (!known || known.wholeness < wholeness) {
      best.set(document, { wholeness, fields: new Set([fieldOf(place)]), count: 1 });
    } else if (known.wholeness === wholeness) {
      known.fields.add(fieldOf(place));
      known.count += 1;
    }
  }
  const scores = new Map();
  for (const [document, { wholeness, fields, count }] of best) {
    const weight = [...fields].reduce((sum, field) => sum + WEIGHT[field], 0);
    scores.set(document, wholeness * WHOLENESS + weight + Math.min(count, 9) / 10);
  }
  return scores;
}

/**
 * Those that hold the piece indeed. Few are asked: they already agree in many pairs at their distances.
 *
 * @param {Index} index
 * @param {string} piece
 * @param {Map<number, number>} scores
 */
async function verified(index, piece, scores) {
  const sound = await Promise.all(
    [...scores].map(async ([document, value]) => {
      const { page, heading, text, aliases } = await loadDocument(index, document);
      const holds = [page, heading, text, ...aliases].some((it) => normalise(it).includes(piece));
      return holds ? [[document, value]] : [];
    }),
  );
  return new Map(sound.flat());
}
