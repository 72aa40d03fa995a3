/** Verbs of the third person that vignettes leave without a subject ("Lives alone.") or hang on one ("and takes …"). */
const presents = [
  'lives works drinks smokes takes uses consumes attends enjoys admits appears seems describes presents experiences',
  'performs dresses shows exhibits avoids participates plays needs eats sleeps wakes feels wants believes thinks knows',
  'cries yells speaks screams vomits starts tries recalls remembers requires suffers struggles denies reports mentions notes states complains acknowledges expresses',
  'endorses cites recounts reveals adds says likes prefers exercises travels goes spends keeps refuses seeks attempts comments',
].join(' ');
const auxiliaries = "has is does was did had hasn't isn't doesn't";
const pasts = [
  'underwent met stopped quit started joined returned traveled travelled moved began developed noticed received took',
  'experienced lost gained went came visited immigrated abstained completed tried used regained',
].join(' ');
/** Forms that want "was" before them: "Diagnosed with …", "Born at term." */
const passives = 'diagnosed treated born released delivered hospitalized hospitalised admitted terminated seen raised';
/** Forms that want "is" before them: "Married.", "Currently taking …" */
const states = [
  'married divorced single widowed enrolled sexually taking using working living being pregnant managed healthy up-to-date',
  'immunized immunised vaccinated employed unemployed retired not oriented exclusively fully unable',
].join(' ');

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '));

export const presentVerbs = set(presents);
/** Verbs that are as easily nouns ("comments and attempts"); after "and" they count as verbs only behind an adverb. */
export const nounlikeVerbs = set('attempts comments');
export const auxiliaryVerbs = set(auxiliaries);
export const pastVerbs = set(pasts);
export const passiveForms = set(passives);
export const stateForms = set(states);

/** Verbs by which a doctor's note hands on what the patient said; in the patient's own mouth they fall away. */
export const reportingVerbs =
  'reports|reported|mentions|notes|states|says|describes|complains of|admits to|acknowledges|endorses|recounts|reveals|adds';

/** Words that stand between subject and verb. */
export const adverb =
  'also|always|already|currently|occasionally|initially|first|recently|frequently|often|never|usually|sometimes|still|' +
  'otherwise|additionally|previously|regularly|rarely|suddenly|now|generally|just|later|socially|subsequently|only|mostly|instead';

/** A finite verb of any subject: a text that has one is a sentence, one without is a noun phrase. */
export const finite =
  /\b(is|are|was|were|has|have|had|does|do|did|can|cannot|could|will|would|worsens?|worsened|improves?|improved|started|starts|began|begins|resolved|resolves|increases|decreases|appears?|seems?|reports?|shows?|feels?|felt|radiates|occurs?|occurred|happens|happened|comes|goes|went|died|runs|persists|lasts|affects|denies|refers|looks|noticed|notices|mentions|expresses|complains|became|becomes|included|includes)\b/i;
