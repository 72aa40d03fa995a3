/**
 * What laymen say of a disease without naming it: what is going on inside, where it came from, what doctors call it at the
 * pub. One line for a disease: `what its names say: cause ; cause`, a cause being groups of words that stand near one
 * another in any order, parted by `~`; an asterisk stands for any ending.
 */
const causes = `
appendic: appendec*|worm|blind gut|dead end|useless bit|tail ~ gut|bowel|intestine|inflam*|infect*|burst ; appendi* ~ burst|inflam*|infect*|bad|dodgy|grumbl*|out|go*|trouble
cholecyst|gall ?bladder: stone*|gallstone* ~ block*|stuck|jam*|plug*|lodged|duct ; bile|gall ~ block*|inflam*|infect*|stuck|backed|trapped ; bag|sac|pouch ~ stone*|inflam*|infect*|bile ; gallbladder|gall bladder ~ inflam*|infect*|burst|bad|gone|act*|playing up|full|attack
ureteric|renal colic|urolith: stone*|gravel|grit|crystal ~ tube|pipe|ureter|kidney*|stuck|jam*|on its way|moving|passing|travel*|coming down|wedged|lodged ; stuck|wedged|jammed ~ way to the bladder|down to the bladder|kidney*|water pipe
pyeloneph: kidney* ~ infect*|inflam*|bug*|germ*|bacteria|pus|gone bad|diseased ; infect*|bug*|germ*|bacteria ~ up to my kidney*|climbed|gone up|risen|reached
mening: brain ~ infect*|inflam*|lining|membrane*|skin|covering|germ*|bug|bacteria|fever|swollen ; lining|skin|membrane* ~ inflam*|infect*|spine|spinal|brain|skull ; spinal fluid ~ infect*|bug|germ*
subarachnoid|aneurysm: vessel*|vein*|artery|pipe|something ~ burst*|popped|ruptur*|gone|torn|leak*|bled|blown ~ head|brain|skull|mine|in there ; blood|bled|bleed*|haemorrhag*|leak* ~ brain|skull|in my head|inside my head|in there ; vessel*|artery ~ burst*|popped|ruptur*
pulmonary embol: clot*|blood clot*|plug of blood|something|a plug|a lump ~ lung*|chest|travel*|leg*|calf|moved|come loose|broken off|artery|up to ; lung* ~ block*|plug* ~ blood|artery|vessel|clot*
coronary|infarct: heart ~ attack|starv*|oxygen|dying|block*|not getting|no blood|packing up|infarct*|muscle|clogg*|furr*|giv* out ; arter*|pipe*|vessel* ~ block*|clogg*|furr*|narrow*|heart|blood ; cardiac|coronary|angina|infarct*|heart attack|ticker
pneumonia: lung* ~ infect*|inflam*|germ*|bug|bacteria|pus|full of|patch|fluid ; chest ~ infect* ; infect* ~ chest|lung*
heart failure|cardiac failure: heart|pump|ticker ~ fail*|weak|giving up|giving out|gave up|packing up|packing in|worn|not pump*|tired|too weak|not coping|cannot cope|not strong|not keep*|can not keep|losing|struggl*|no longer|feeble|on its last legs|not up to|backs up ; water|fluid ~ lung*|backs up|backing up|round my heart|drown*
mononucle|glandular: kissing|glandular|epstein|pfeiffer* ; kiss* ~ disease|illness|sickness|bug|fever|virus
tonsil|strep: tonsil* ~ pus|infect*|inflam*|swoll*|bad|white|rotten|full|gone|come out|trouble ; strep* ; quinsy
zoster|shingles: shingles|zoster|aciclovir|acyclovir|valaciclovir|valtrex ; chickenpox|chicken pox|pox ~ virus|back|woke*|wak*|come|again|sleeping|nerve*|return* ; nerve* ~ virus|inflam* ~ skin|spot*|blister*|rash ; belt of fire|belt of roses|st anthony*
varicella|chickenpox: chickenpox|chicken pox|varicella|the pox
urticaria|hives: hives|nettle rash|nettlerash|urticaria|histamine
tinea|mycosis|fungal infection of the skin: terbinafine|lamisil|canesten|clotrimazole ; fung*|ringworm|yeast|mould|mushroom*|tinea|athlete* foot|athletes foot|foot rot|jock itch
onychomyc|nail fung: fung*|terbinafine|lamisil|yeast|mould|mushroom*|mycosis ; athlete* foot ~ nail*
conjunctiv: conjunctiv*|pink eye|pinkeye ; eye* ~ infect*|germ*|bug|bacteria|virus
hordeol|stye: stye*|sty|hordeol* ; gland*|root|lash*|pore ~ infect*|inflam*|pus|boil ; boil ~ lid|eye|eyelid
chalazion: chalazi*|meibom* ; gland*|duct*|pore ~ block*|clogg*|lid|eyelid ; cyst ~ lid|eyelid|eye
blepharitis: blephar*|bleph*|blef* ; lid*|rims|eyelid* ~ inflam*|infect*|gland* ; gland* ~ block*|clogg* ~ lid*|eyelid*|lash*
uveitis|iritis: uveitis|iritis ; iris|coloured part|coloured ring|coloured bit|colour of my eye|inside ~ inflam*|infect* ; eye ~ inside|deep ~ inflam*
glaucoma: glaucoma|glaucom*|acetazolamide|pilocarpine ; pressure ~ eye*|eyeball ; fluid|water ~ drain*|eye*|eyeball
rosacea: rosac*|rosatia|couperose|rozex|metronidazole|ivermectin
psoria: psoria* ; skin ~ grow*|renew* ~ fast|quick*|speed
seborr.*derm: seborr*|dandruff|cradle cap|greasy eczema|yeast
seborr.*kerat: keratos*|seborr* ; harmless|benign|old age|age ~ wart*|spot*|barnacle* ; seborr*|age wart*|senile wart*|barnacle*|stucco|age spot*|old age wart*
gastroenter: gastro*|norovirus|salmonella|campylobacter|enteritis|stomach flu|gastric flu|food poison*|rotavirus|e coli ; stomach|tummy|bowel*|gut* ~ bug|flu|virus|infect*|germ* ; poison* ~ chicken|food|meat|egg*|barbecue
reflux: reflux|gerd|gord|hiatus|hiatal ; acid ~ stomach|gullet|throat|comes up|coming up|burning|leak*|pipe|food pipe|splash* ; valve|flap ~ stomach|gullet|gone|weak|leak*|not clos*|loose ; gullet|food pipe ~ acid|burn*|inflam*
panic: panic*|hyperventilat* ; anxiety|nerves ~ attack ; breathed|breathing ~ too fast|too much
costochond|chest wall: cartilage|costochond*|tietze|chest wall ; rib*|breastbone ~ inflam*|joint*|gristle|strain*|pulled ; muscle* ~ strain*|pulled|torn ~ rib*|chest
pneumothorax: pneumothorax ; lung* ~ collaps*|burst|pop*|punctur*|deflat*|down|hole|flat|flopped|shrivel*|shrunk ; air ~ leak*|escap*|got out|trapped ~ chest|lung*|rib*
asthma: asthma* ; airway*|tubes|windpipe|bronch* ~ tight*|narrow*|spasm|inflam*|clos*|twitchy|swoll*|squeez*|seiz*
common cold|rhinitis: common cold|head cold|a cold|cold virus|rhinitis|sniffles
(?<!contact )(?<!hand )(?<!seborrheic )(?<!seborrhoeic )(?:atopic|eczema): eczema*|exzema|excema|atopic|neurodermatitis|dermatitis
allergic contact: contact ~ allerg*|dermatitis|eczema ; allerg*|react*|intoleran* ~ dye|hair colour|colour|nickel|metal|perfume|fragrance|cream|glue|plaster*|glove*|rubber|latex|cosmetic*|tint|chemical*|paint|buckle|jewel*|earring*|resin
irritant|^contact derm: dermatitis|dermatitus|eczema|exzema ; skin ~ irritat*|worn|barrier|damaged|stripped ~ water|soap|chemical*|washing|cleaning|detergent*
migraine: migrain*|megrim*|hemicrania|triptan*|sumatriptan|rizatriptan ; meegrain*|mygrain*
tension (?:type )?headache: tension ~ headache*|head|neck ; stress headache* ; muscle* ~ tens*|tight*|knot*|cramp*|pull* ~ headache*|head|skull
rheumatoid: rheumatoid|rheumatism|rheumatic|arthrit*|methotrexate ; immune|body|defences ~ attack* ~ joint* ; joint* ~ attack*|inflam* ~ immune|body
polymyalgia: polymyal*|pmr|giant cell|rheumati*
osteoarth: arthr*|osteoarth*|cartilage ; wear and tear ; joint* ~ worn|worn out|wearing|rubbing|bone on bone ; bone on bone
^gout| gout|podagra: gout*|colchicine|allopurinol ; uric|urate|crystal* ; rich man* disease|disease of kings
septic arth: joint|knee|wrist ~ infect*|pus|germ*|bacteria|poison*|septic ; blood poisoning|septic
hypothyroid|underactive: thyroid ; thyroxine|levothyroxine ; thyroid ~ slow|underactive|low|lazy|not work*|packed|sluggish|tired|failing|under ; hashimoto*|hypothyroid*
hyperthyroid|overactive thy: thyroid ; gland ~ neck|throat|collar ~ too much|too fast|over*|work*|speed* ; carbimazole|toxic goitre ; thyroid ~ fast|overactive|high|overdrive|racing|over ; graves|hyperthyroid*|toxic goit*
generalised anx: anxiety ; anxiety|anxious ~ disorder|illness|condition|case of ; nervous disorder|worry disorder|gad
(?<!manic )(?<!bipolar )(?<!situational )depress: depress*|melanchol*|antidepress*|prozac|sertraline|ssri* ; breakdown|clinical
bipolar: bipolar|lithium|quetiapine|manic*|mania|hypomani*
adjustment: adjustment|breakdown|burnout|burn out|burnt out ; stress|grief|shock|loss|change ~ reaction|react*|response|shock ; not ~ adjust*|come to terms|get used
abscess|boil|furunc: abscess*|abcess*|boil|boils|carbuncle*|furuncle* ; pus|poison ~ pocket|collect*|build*|ball|bag|trapped
dental absc: abscess*|abcess* ; pus ~ tooth|root|jaw|gum* ; root|tooth|nerve|jaw ~ infect*|pus|poison*|rotten|inflam*|dead|died
caries: caries|cavit*|decay*|needs a filling|need a filling ; tooth|teeth|hole ~ rot*|decay*|cavity|drill|bad|bacteria|sugar
pulpitis: nerve ~ inflam*|tooth
periodont: periodont*|parodont*|pyorrh* ; gum* ~ disease*|infect*|inflam*|bone|recede ; bone ~ jaw|teeth|tooth|gum* ~ loss|lost|losing|going|gone|shrink*|eat*|rot*|melt*|disappear*|wast*
gingiv: gingivi* ; gum* ~ disease*|infect*|inflam*
dental calculus|tartar: tartar|calculus|plaque|scale|limescale ; harden*|set hard|turned to stone|chalk ~ teeth|tooth|gum*
stomatitis|aphth: aphth*|canker*|stomatitis|thrush|ulcer*
herpes simplex: herpes|cold sore*|fever blister*
meni.re: meniere*|menieres|betahistine ; ear ~ fluid|pressure|water
vestibular|labyrinth: labyrinth*|neuritis|neuronitis|vestibular ; balance ~ nerve|organ|ear ~ inflam*|infect*|virus|swoll*|bug|cold|packed|gone ; inner ear|balance nerve ~ inflam*|infect*|virus|bug|swoll*
positional vertigo: epley ; crystal*|grit|stone*|pebble* ~ ear|loose|moved|canal ; positional|bppv
stroke|cerebral infarct: stroke*|cva|tia|clot buster ; clot*|vessel*|artery|block*|blood|oxygen|starv*|circulation|dying|died|damage* ~ brain ; bleed*|blood ~ brain ; neck ~ artery|vessel ~ torn|tear|clot*|split|damage*
orthostatic|postural hypot: hypotension|postural ; pressure ~ drop*|fall*|falls|low|crash*|sinks|plummet*|down|bottom* ; blood ~ legs|feet|boots ~ drain*|sink*|rush*|pool*|run*|stay* ; blood ~ brain|head ~ not reach|not get|not enough|too little|leaves|drains
vasovagal: vasovagal|vagal|vagus ; faint ~ simple|common|ordinary|plain|harmless|just a|only a|nothing but ; nerve ~ heart ~ slow*|stop*|strain*|faint*
anaemi: anaemi*|anemi* ; iron ~ low|lack*|short|deficien*|run out|run dry|ran out|empty|down|not enough|need|none left|store* ; ferrous|iron infusion|iron drip ; blood ~ thin|weak|iron|not enough
(?<!non )diabet: diabet*|metformin|insulin ; sugar ~ high|up|blood|disease|too much|through the roof|trouble|got
(?<!\\p{L})cystitis: cystitis|uti|nitrofurantoin|macrobid|fosfomycin|trimethoprim|water infection|urine infection|urinary infection|waterworks infection ; bladder|urine|water|waterworks ~ infect*|inflam*|bug|germ*|bacteria|inflammation
urethritis|chlamyd: chlamydia|gonorr*|gonorh*|clap|the drip|std|sti|vd|venereal ; sexual*|sex ~ disease|infect*|transmitted|caught ; pipe|tube ~ infect*|inflam*
prostatic|prostatism: finasteride ; gland ~ grown|enlarg*|swoll*|big ~ bladder|pipe|wee|pee|water ; prostate ~ enlarg*|big|swoll*|large|grown|grow*|press*|squeez*|strangl*|block*|choking|trouble|size of
overactive bladder: overactive|irritable|incontinen*|solifenacin|mirabegron|urge incontin* ; bladder ~ overactive|irritable|jumpy|twitchy|weak|nervous|spasm*
thrush|candid: thrush|candida*|yeast|fung*|canesten|clotrimazole|fluconazole|diflucan
acne: acne|roaccutane|isotretinoin|accutane|benzoyl
^(?:genital )?herpes(?! zoster): herpes|aciclovir|acyclovir|zovirax|valtrex
vitiligo: vitiligo|pigment* ; skin ~ losing|lost ~ colour|pigment
(?<!water )(?<!dell )(?<!seborrhoeic )(?<!senile )warts?$|verruca: wart*|verruca*|hpv|papilloma
molluscum: mollusc*|water wart*|dell wart*
lichen planus: lichen
lichen simplex|chronic lichen: lichen|neurodermatitis ; scratch*|rubbing ~ habit|itself|thick*|cause*|vicious|keeps it going|made it
keratosis pilaris: keratosis|pilaris|chicken skin|keratin|plugged pore* ; hair*|pore*|follicle* ~ block*|plug*|clog* ~ skin|keratin|horn|scale*|bump*
actinic|solar kerat: actinic|keratos*|precancer*|efudix|fluorouracil ; sun ~ damage*|ruin*|caus*|done this|did this ; early|before|pre|first ~ cancer
cellulitis|erysipelas: cellulitis|cellulites|erysipelas|blood poisoning|saint anthony* fire ; skin|leg|arm|foot|hand|tissue|flesh ~ infect*|bacteria|germ*|strep*|staph*
paronychia|whitlow: paronychia|paranychia|whitlow|felon|nail fold ; cuticle* ~ infect*|germ*|pus|gone|yeast|inflam* ; nail|finger ~ infect*|pus|germ*|bacteria|septic
ingrown|ingrowing: ingrow*|ingrown ; nail ~ growing|grown|grow*|dig* ~ skin|flesh|in|into|inward*|sideways
influenz|^flu$: influenza|grippe|tamiflu|oseltamivir|flu(?! jab)(?! shot)(?! vacc)(?! season)(?! clinic)
diverticul: diverticul* ; pouch*|pocket*|bulge*|sac|sacs|bubble* ~ infect*|inflam*|burst|bad|block*|sore|poison*|germ*|leak* ; one of them|one of those|they ~ infect*|inflam*|burst
peptic|ulcer disease: ulcer*|helicobacter|pylori|gastritis|dyspepsia ; hole|crater|raw patch|sore patch|wound|sore ~ stomach|gut|duodenum|lining ; lining|wall ~ stomach|gut ~ eat*|worn|inflam*|raw|burn*|thin|damage* ; acid ~ eat*|hole|lining|wall
obstructive pulm|copd: copd|emphysema|bronchitis ; smoker* lung* ; lung*|airway*|tubes ~ worn out|wrecked|destroyed|ruined|scarred|rotten|had it|clogged|narrow* ~ smok*|fag*|cigarette*|pack*|tobacco
sinusitis|rhinosinus: sinus* ; cavit*|hollow*|caves ~ face|cheek*|nose|skull|forehead|eye* ~ infect*|inflam*|full|pus|block*|gunk ; cheekbone*|behind my cheek*|behind the cheek* ~ infect*|pus|inflam*
onycholysis: onycholysis ; nail* ~ detach*|separat*|lift*|come away|coming away|come off|part* ~ bed ; doxy*|tablet*|antibiotic* ~ sun*|light ~ nail*
nail dystrophy|brittle nail: dystroph*|brittle nail*|habit tic ; cuticle*|picking|pushing|rubbing ~ groove*|ridge*|furrow*|nail* ~ cause*|made|makes|making|does it|did it|damage*|done it ; root|matrix ~ nail* ~ damage*|hurt|injur*
`;

export interface LayCause {
  readonly truth: RegExp;
  /** Each a list of groups that must all be met near one another. */
  readonly groups: readonly (readonly RegExp[])[];
}

const wordsOf = (text: string) => text.trim().replaceAll('*', "[\\p{L}']*").replace(/ /g, '\\s+');

export const layCauses: readonly LayCause[] = causes
  .trim()
  .split('\n')
  .map((line) => {
    const [, truth = '', rest = ''] = /^(.*?): (.*)$/.exec(line) ?? [];
    const groups = rest.split(';').map((cause) =>
      cause.split('~').map((group) => {
        const words = group.split('|').map(wordsOf);
        return new RegExp(`(?<![\\p{L}])(?:${words.join('|')})(?![\\p{L}])`, 'gu');
      }),
    );
    return { truth: new RegExp(truth, 'u'), groups };
  });
