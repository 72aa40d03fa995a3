/** Sounds and phrases that fill a pause and mean nothing. */
const fillers =
  /\b(?:um+|uh+|er|erm|ah+|hm+|mm+|mhm|uh-huh|(?<!\b(?:do|did|does|if|as|would|what|how|that|than|all|when|before|could|may|let) )you know,?|i mean,|let's see,?|kind of,|sort of,)(?=\s|,|$),?/g;

/** A noun that ends one item of a list and opens the next is no stutter: "weight loss, loss of appetite". */
const naming = /^(?:loss|pain|blood|heart|lung|chest|back|skin|cancer|swelling|problems?|trouble|changes?)$/;

/**
 * A doctor's words without what only speech has: stutters ("s- skin", "do you do you"), pauses, letters spelled out
 * ("S T Ds"), and a full stop that only trails off. Lower case; the words themselves are not changed.
 */
export function tidied(text: string): string {
  return withHeads(
    joinedLetters(
      text
        .toLowerCase()
        .normalize('NFKC')
        .replace(/[’‘`´]/g, "'")
        .replace(/\b(?:dr|mr|mrs|ms|st|vs)\./g, (title) => title.slice(0, -1))
        .replace(/[ \t]+/g, ' ')
        .replace(/-?\.{2,}|…/g, ' ')
        .replace(fillers, '')
        .replace(/\b([a-z']{1,8})-+,? (?=\1)/g, '')
        .replace(/\b([a-z']+(?: [a-z']+){0,3})([ ,]+)(?=\1\b)/g, (whole, said: string, between: string) =>
          said.length > 1 && !(between.includes(',') && naming.test(said)) ? '' : whole,
        )
        .replace(/(\w)- /g, '$1 '),
    ),
  ).trim();
}

const site =
  '(?:breast|ovarian|ovary|uterine|womb|endometrial|cervical|colon|bowel|rectal|colorectal|prostate|testicular|lung|skin|stomach|pancreatic|pancreas|liver|kidney|bladder|thyroid|throat|brain|bone|blood)';
const sites = new RegExp(
  `\\b${site}(?:(?:, | or | and |, or |, and )${site})* ?(?:,|or|,? and|, or) ${site} cancers?\\b`,
  'g',
);
const siteOfMany = new RegExp(`\\b(${site})(?=,? |$)(?! cancer)`, 'g');

/** "Breast, ovarian or colon cancer" are three cancers. */
function withHeads(text: string): string {
  return text.replace(sites, (list) => list.replace(siteOfMany, '$1 cancer'));
}

/** What is spelled out letter by letter, with an "a" before it. */
const acronyms = new Set('ct mri ekg ecg std sti uti tb bp iud psa pcp cpap dvt iv gp pt'.split(' '));

/** "any s t ds or a c t scan" → "any stds or a ct scan". */
function joinedLetters(text: string): string {
  return text.replace(/(?<![\w'])[a-z](?: [a-z]){1,5}s?(?![\w'])/g, (run) => {
    const letters = run.split(' ');
    // "a" and "i" are words: "i v" is spelled, "i a" is not.
    // "A C T scan" is a CT scan.
    const [first, ...rest] = letters;
    if (first === 'a' && acronyms.has(rest.join(''))) return `a ${rest.join('')}`;
    return letters.every((letter) => letter === 'a' || letter === 'i') ? run : letters.join('');
  });
}
