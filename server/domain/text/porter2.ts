/**
 * The English stemmer known as Porter2, by Martin Porter (snowballstem.org/algorithms/english/stemmer.html).
 * The names of the steps and regions are those of that page. Apostrophes are gone before a word comes here,
 * so its step 0 is left out.
 */

const WHOLE_WORDS: ReadonlyMap<string, string> = new Map([
  ['skis', 'ski'],
  ['skies', 'sky'],
  ['dying', 'die'],
  ['lying', 'lie'],
  ['tying', 'tie'],
  ['idly', 'idl'],
  ['gently', 'gentl'],
  ['ugly', 'ugli'],
  ['early', 'earli'],
  ['only', 'onli'],
  ['singly', 'singl'],
  ...['sky', 'news', 'howe', 'atlas', 'cosmos', 'bias', 'andes'].map((word): [string, string] => [word, word]),
])
const UNCHANGED_AFTER_1A: ReadonlySet<string> = new Set(
  'inning outing canning herring earring proceed exceed succeed'.split(' '),
)
const LONG_PREFIX = /^(?:gener|commun|arsen)/
const DOUBLE_END = /(?:bb|dd|ff|gg|mm|nn|pp|rr|tt)$/
/** "Adding" is "add", not "ad": the double letter of these is their own. */
const OWN_DOUBLE = /^[aeo](?:dd|gg|ff)$/
const SHORT_SYLLABLE_END = /(?:^[aeiouy][^aeiouy]|[^aeiouy][aeiouy][^aeiouywxY])$/
const HAS_VOWEL = /[aeiouy]/

type Endings = readonly (readonly [suffix: string, replacement: string])[]

// Longest first: only the longest ending that fits is tried.
const STEP_2: Endings = [
  ['ational', 'ate'],
  ['fulness', 'ful'],
  ['iveness', 'ive'],
  ['ization', 'ize'],
  ['ousness', 'ous'],
  ['biliti', 'ble'],
  ['lessli', 'less'],
  ['tional', 'tion'],
  ['alism', 'al'],
  ['aliti', 'al'],
  ['ation', 'ate'],
  ['entli', 'ent'],
  ['fulli', 'ful'],
  ['iviti', 'ive'],
  ['ousli', 'ous'],
  ['abli', 'able'],
  ['alli', 'al'],
  ['anci', 'ance'],
  ['ator', 'ate'],
  ['enci', 'ence'],
  ['izer', 'ize'],
  ['bli', 'ble'],
  ['ogi', 'og'],
  ['li', ''],
]
const STEP_3: Endings = [
  ['ational', 'ate'],
  ['tional', 'tion'],
  ['alize', 'al'],
  ['ative', ''],
  ['icate', 'ic'],
  ['iciti', 'ic'],
  ['ical', 'ic'],
  ['ness', ''],
  ['ful', ''],
]
const STEP_4: Endings = 'ement ance ence able ible ment ant ent ism ate iti ous ive ize ion al er ic'
  .split(' ')
  .map((suffix): [string, string] => [suffix, ''])

/** The stem of one word of lower-case letters a-z. Words of one or two letters are returned as they are. */
export function stem(word: string): string {
  if (word.length <= 2) return word
  const known = WHOLE_WORDS.get(word)
  if (known !== undefined) return known
  let rest = markConsonantY(word)
  const r1 = regionOne(rest)
  const r2 = regionAfter(rest, r1)
  rest = step1a(rest)
  if (UNCHANGED_AFTER_1A.has(rest)) return rest
  rest = step1c(step1b(rest, r1))
  rest = step2(rest, r1)
  rest = step3(rest, r1, r2)
  rest = step4(rest, r2)
  return step5(rest, r1, r2).toLowerCase()
}

/** A y at the beginning or after a vowel is a consonant; the upper-case letter says so. */
const markConsonantY = (word: string): string =>
  word.includes('y') ? word.replace(/^y/, 'Y').replace(/([aeiouy])y/g, '$1Y') : word

function regionOne(word: string): number {
  const prefix = LONG_PREFIX.exec(word)
  return prefix ? prefix[0].length : regionAfter(word, 0)
}

/** Start of the part after the first non-vowel that follows a vowel, looking from `from`. */
function regionAfter(word: string, from: number): number {
  for (let at = from + 1; at < word.length; at++) {
    if (HAS_VOWEL.test(word[at - 1]!) && !HAS_VOWEL.test(word[at]!)) return at + 1
  }
  return word.length
}

function step1a(word: string): string {
  if (word.endsWith('sses')) return word.slice(0, -2)
  if (word.endsWith('ied') || word.endsWith('ies')) return word.slice(0, word.length > 4 ? -2 : -1)
  if (word.endsWith('us') || word.endsWith('ss') || !word.endsWith('s')) return word
  return HAS_VOWEL.test(word.slice(0, -2)) ? word.slice(0, -1) : word
}

function step1b(word: string, r1: number): string {
  const agreed = /eed(?:ly)?$/.exec(word)
  if (agreed) return agreed.index >= r1 ? `${word.slice(0, agreed.index)}ee` : word
  const ending = /(?:ed|edly|ing|ingly)$/.exec(word)
  if (!ending) return word
  const rest = word.slice(0, ending.index)
  if (!HAS_VOWEL.test(rest)) return word
  if (/(?:at|bl|iz)$/.test(rest)) return `${rest}e`
  if (DOUBLE_END.test(rest)) return OWN_DOUBLE.test(rest) ? rest : rest.slice(0, -1)
  return r1 >= rest.length && SHORT_SYLLABLE_END.test(rest) ? `${rest}e` : rest
}

const step1c = (word: string): string => (/.[^aeiouy][yY]$/.test(word) ? `${word.slice(0, -1)}i` : word)

const longest = (word: string, endings: Endings) => endings.find(([suffix]) => word.endsWith(suffix))

function step2(word: string, r1: number): string {
  const found = longest(word, STEP_2)
  if (!found) return word
  const [suffix, replacement] = found
  const rest = word.slice(0, -suffix.length)
  if (rest.length < r1) return word
  if (suffix === 'ogi' && !rest.endsWith('l')) return word
  if (suffix === 'li' && !/[cdeghkmnrt]$/.test(rest)) return word
  return rest + replacement
}

function step3(word: string, r1: number, r2: number): string {
  const found = longest(word, STEP_3)
  if (!found) return word
  const [suffix, replacement] = found
  const rest = word.slice(0, -suffix.length)
  const needed = suffix === 'ative' ? r2 : r1
  return rest.length >= needed ? rest + replacement : word
}

function step4(word: string, r2: number): string {
  const found = longest(word, STEP_4)
  if (!found) return word
  const rest = word.slice(0, -found[0].length)
  if (rest.length < r2) return word
  return found[0] === 'ion' && !/[st]$/.test(rest) ? word : rest
}

function step5(word: string, r1: number, r2: number): string {
  const rest = word.slice(0, -1)
  if (word.endsWith('e')) {
    const goes = rest.length >= r2 || (rest.length >= r1 && !SHORT_SYLLABLE_END.test(rest))
    return goes ? rest : word
  }
  return word.endsWith('ll') && rest.length >= r2 ? rest : word
}
